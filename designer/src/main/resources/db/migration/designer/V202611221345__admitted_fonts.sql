-- Fonts that an issuer admitted: one row per tenant and file, the bytes in parts.
CREATE TABLE admitted_font (
    tenant_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    font_key VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    digest CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    uploaded_digest CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    file_name VARCHAR(120) NOT NULL,
    family VARCHAR(80) NOT NULL,
    style VARCHAR(80) NOT NULL,
    weight INT NOT NULL,
    italic BOOLEAN NOT NULL,
    true_type BOOLEAN NOT NULL,
    embedding VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    subsetting BOOLEAN NOT NULL,
    kerning VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    glyphs INT NOT NULL,
    signs INT NOT NULL,
    latin_1 INT NOT NULL,
    latin_a INT NOT NULL,
    remarks LONGTEXT NOT NULL,
    copyright LONGTEXT NOT NULL,
    makers_licence LONGTEXT NOT NULL,
    licence LONGTEXT NOT NULL,
    file_bytes BIGINT NOT NULL,
    admitted_at DATETIME(6) NOT NULL,
    admitted_by VARCHAR(120) NOT NULL,
    withdrawn_at DATETIME(6) NULL,
    withdrawn_by VARCHAR(120) NULL,
    row_version BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE KEY admitted_font_once (tenant_id, digest),
    UNIQUE KEY admitted_font_upload_once (tenant_id, uploaded_digest),
    UNIQUE KEY admitted_font_key (tenant_id, font_key)
) DEFAULT CHARSET = utf8mb4;

CREATE TABLE admitted_font_part (
    tenant_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    font_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    part_number INT NOT NULL,
    content LONGBLOB NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE KEY admitted_font_part_number (tenant_id, font_id, part_number),
    CONSTRAINT admitted_font_part_of FOREIGN KEY (tenant_id, font_id)
        REFERENCES admitted_font (tenant_id, id)
) DEFAULT CHARSET = utf8mb4;
