package io.cardloom.tenancy.identity;

import io.cardloom.tenancy.isolation.CrossTenant;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;

/** Who vouches for a person, and under which subject. */
@Entity
@Immutable
@Table(name = "external_identity")
@CrossTenant("a sign-in is recognized before anybody knows for whom the person acts")
@NullUnmarked
class ExternalIdentityRow {

    @Id
    @Column(name = "identity_key")
    String key;

    @Column(name = "issuer_key")
    String issuerKey;

    String issuer;
    String subject;

    @Column(name = "person_id")
    String personId;
}
