package io.cardloom.tenancy.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.NullUnmarked;

/** An invitation; of its token only the hash. */
@Entity
@Table(name = "invitation")
@NullUnmarked
class InvitationRow {

    @Id String id;

    @TenantId
    @Column(name = "tenant_id")
    String tenantId;

    @Column(name = "organization_id")
    String organizationId;

    String email;
    String roles;

    @Column(name = "token_hash")
    String tokenHash;

    @Column(name = "invited_at")
    Instant invitedAt;

    @Column(name = "invited_by")
    String invitedBy;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Column(name = "accepted_at")
    Instant acceptedAt;

    @Column(name = "accepted_by")
    String acceptedBy;

    @Version long version;
}
