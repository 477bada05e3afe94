-- Assets: one row per tenant and digest, their bytes in parts, and who uploaded them.
CREATE TABLE asset (
    tenant_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    digest CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name VARCHAR(120) NOT NULL,
    type VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    width_px INT NOT NULL,
    height_px INT NOT NULL,
    vector BOOLEAN NOT NULL,
    uploaded_bytes BIGINT NOT NULL,
    notes LONGTEXT NOT NULL,
    made_at DATETIME(6) NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE KEY asset_once (tenant_id, digest)
) DEFAULT CHARSET = utf8mb4;

CREATE TABLE asset_part (
    tenant_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    asset_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    kind VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    part_number INT NOT NULL,
    content LONGBLOB NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE KEY asset_part_number (tenant_id, asset_id, kind, part_number),
    CONSTRAINT asset_part_of FOREIGN KEY (tenant_id, asset_id) REFERENCES asset (tenant_id, id)
) DEFAULT CHARSET = utf8mb4;

CREATE TABLE asset_upload (
    tenant_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    asset_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    organization_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name VARCHAR(120) NOT NULL,
    uploaded_at DATETIME(6) NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE KEY asset_upload_once (tenant_id, asset_id, organization_id),
    KEY asset_upload_newest (tenant_id, organization_id, uploaded_at),
    CONSTRAINT asset_upload_of FOREIGN KEY (tenant_id, asset_id) REFERENCES asset (tenant_id, id)
) DEFAULT CHARSET = utf8mb4;
