package io.cardloom.tenancy.identity;

import io.cardloom.tenancy.isolation.CrossTenant;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;

/** In which tenant a membership lies. */
@Entity
@Immutable
@Table(name = "membership_directory")
@CrossTenant("by it a signed-in person's tenants are found; the memberships are read within them")
@NullUnmarked
class MembershipDirectoryRow {

    @Id
    @Column(name = "membership_id")
    String membershipId;

    @Column(name = "person_id")
    String personId;

    @Column(name = "tenant_id")
    String tenant;
}
