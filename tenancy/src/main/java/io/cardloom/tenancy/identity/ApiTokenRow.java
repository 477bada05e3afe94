package io.cardloom.tenancy.identity;

import io.cardloom.tenancy.tenant.PersonId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.NullUnmarked;

/** A program's token; of its secret only the hash. */
@Entity
@Table(name = "api_token")
@NullUnmarked
class ApiTokenRow {

    @Id String id;

    @TenantId
    @Column(name = "tenant_id")
    String tenantId;

    @Column(name = "membership_id")
    String membershipId;

    @Column(name = "person_id")
    String personId;

    @Column(name = "person_name")
    String personName;

    String name;

    @Column(name = "token_hash")
    String tokenHash;

    @Column(name = "made_at")
    Instant madeAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Column(name = "revoked_at")
    Instant revokedAt;

    @Version long version;

    ApiToken toToken() {
        return new ApiToken(
                new ApiTokenId(id),
                name,
                new PersonId(personId),
                personName,
                madeAt,
                expiresAt,
                revokedAt);
    }
}
