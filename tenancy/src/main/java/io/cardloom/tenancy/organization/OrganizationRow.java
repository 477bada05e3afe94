package io.cardloom.tenancy.organization;

import io.cardloom.tenancy.tenant.OrganizationId;
import io.cardloom.tenancy.tenant.OrganizationKind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.NullUnmarked;

/** An issuer, partner or bureau within a tenant. */
@Entity
@Table(name = "organization")
@NullUnmarked
class OrganizationRow {

    @Id String id;

    @TenantId
    @Column(name = "tenant_id")
    String tenantId;

    @Enumerated(EnumType.STRING)
    OrganizationKind kind;

    String name;

    @Column(name = "added_at")
    Instant addedAt;

    Organization toOrganization() {
        return new Organization(new OrganizationId(id), kind, name);
    }
}
