package io.cardloom.designer.asset;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/** What is known of an asset; its bytes lie in parts. Written once. */
@Entity
@Immutable
@Table(name = "asset")
class AssetRow {

    @Id String id;

    @TenantId
    @Column(name = "tenant_id")
    String tenantId;

    String digest;

    String name;

    @Enumerated(EnumType.STRING)
    MediaType type;

    @Column(name = "width_px")
    int widthPx;

    @Column(name = "height_px")
    int heightPx;

    boolean vector;

    @Column(name = "uploaded_bytes")
    long uploadedBytes;

    /** One sentence a line. */
    String notes;

    @Column(name = "made_at")
    Instant madeAt;

    @SuppressWarnings("NullAway.Init")
    protected AssetRow() {}

    AssetRow(String id, String tenantId, Asset asset, Instant madeAt) {
        this.id = id;
        this.tenantId = tenantId;
        this.digest = asset.digest().hex();
        this.name = asset.name();
        this.type = asset.type();
        this.widthPx = asset.widthPx();
        this.heightPx = asset.heightPx();
        this.vector = asset.vector();
        this.uploadedBytes = asset.bytes();
        this.notes = String.join("\n", asset.notes());
        this.madeAt = madeAt;
    }

    /** As the organization knows it that gave it this name. */
    Asset asset(String givenName) {
        return new Asset(
                new AssetDigest(digest),
                givenName,
                type,
                widthPx,
                heightPx,
                vector,
                uploadedBytes,
                notes.isEmpty() ? List.of() : notes.lines().toList());
    }
}
