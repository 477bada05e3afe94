package io.cardloom.tenancy.organization;

import io.cardloom.tenancy.isolation.CrossTenant;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/** A tenant in the directory of tenants. */
@Entity
@Table(name = "tenant")
@CrossTenant("the list of tenants itself: names and skins, no data of theirs")
@NullUnmarked
class TenantRow {

    @Id String id;
    String name;
    String skin;

    @Column(name = "founded_at")
    Instant foundedAt;
}
