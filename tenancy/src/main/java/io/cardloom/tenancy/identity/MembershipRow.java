package io.cardloom.tenancy.identity;

import io.cardloom.tenancy.permission.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Set;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.NullUnmarked;

/** A person's place in an organization. */
@Entity
@Table(name = "membership")
@NullUnmarked
class MembershipRow {

    @Id String id;

    @TenantId
    @Column(name = "tenant_id")
    String tenantId;

    @Column(name = "person_id")
    String personId;

    @Column(name = "organization_id")
    String organizationId;

    String roles;

    @Column(name = "granted_at")
    Instant grantedAt;

    @Version long version;

    Set<Role> roleSet() {
        return RoleText.read(roles);
    }
}
