package io.cardloom.designer.asset;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/**
 * A part of an asset's master or drawing, so small that every server takes it (MariaDB's own limit
 * for one packet is 16 MB unless told otherwise). Written once.
 */
@Entity
@Immutable
@Table(name = "asset_part")
class AssetPartRow {

    /** Bytes of a part at most. */
    static final int LONGEST = 4 << 20;

    /** What the part belongs to. */
    enum Kind {
        MASTER,
        DRAWING
    }

    @Id String id;

    @TenantId
    @Column(name = "tenant_id")
    String tenantId;

    @Column(name = "asset_id")
    String assetId;

    @Enumerated(EnumType.STRING)
    Kind kind;

    @Column(name = "part_number")
    int number;

    byte[] content;

    @SuppressWarnings("NullAway.Init")
    protected AssetPartRow() {}

    AssetPartRow(
            String id, String tenantId, String assetId, Kind kind, int number, byte[] content) {
        this.id = id;
        this.tenantId = tenantId;
        this.assetId = assetId;
        this.kind = kind;
        this.number = number;
        this.content = content;
    }
}
