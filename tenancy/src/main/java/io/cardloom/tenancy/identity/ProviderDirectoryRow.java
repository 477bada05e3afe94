package io.cardloom.tenancy.identity;

import io.cardloom.tenancy.isolation.CrossTenant;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.NullUnmarked;

/** Whose provider an iss is. */
@Entity
@Table(name = "identity_provider_directory")
@CrossTenant("by it the tenant of a token's iss is found")
@NullUnmarked
class ProviderDirectoryRow {

    @Id
    @Column(name = "issuer_key")
    String issuerKey;

    @Column(name = "tenant_id")
    String tenant;
}
