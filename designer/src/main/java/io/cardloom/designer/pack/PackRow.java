package io.cardloom.designer.pack;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.TenantId;

/** An issuer's own pack; never changed, only added and removed. */
@Entity
@Table(name = "pack")
class PackRow {

    @Id
    @Column(name = "id")
    String id = "";

    @TenantId
    @Column(name = "tenant_id")
    String tenantId = "";

    /** As {@link PackJson} writes it. */
    @Column(name = "content")
    String content = "";

    @Column(name = "added_at")
    Instant addedAt = Instant.EPOCH;

    @Column(name = "added_by")
    String addedBy = "";
}
