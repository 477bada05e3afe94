package io.cardloom.designer.asset;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/** That an organization uploaded an asset, and how it called it. Written once. */
@Entity
@Immutable
@Table(name = "asset_upload")
class AssetUploadRow {

    @Id String id;

    @TenantId
    @Column(name = "tenant_id")
    String tenantId;

    @Column(name = "asset_id")
    String assetId;

    /** Empty when Cardloom itself uploaded. */
    @Column(name = "organization_id")
    String organizationId;

    String name;

    @Column(name = "uploaded_at")
    Instant uploadedAt;

    @SuppressWarnings("NullAway.Init")
    protected AssetUploadRow() {}

    AssetUploadRow(
            String id,
            String tenantId,
            String assetId,
            String organizationId,
            String name,
            Instant uploadedAt) {
        this.id = id;
        this.tenantId = tenantId;
        this.assetId = assetId;
        this.organizationId = organizationId;
        this.name = name;
        this.uploadedAt = uploadedAt;
    }
}
