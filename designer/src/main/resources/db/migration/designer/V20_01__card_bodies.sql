-- Card bodies: a head that moves, versions that never change.
CREATE TABLE card_body (
    tenant_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name VARCHAR(80) NOT NULL,
    newest_version INT NOT NULL,
    stock BIGINT NOT NULL,
    row_version BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE KEY card_body_one_owner (id),
    CONSTRAINT card_body_stock_is_a_count CHECK (stock >= 0)
) DEFAULT CHARSET = utf8mb4;

CREATE TABLE card_body_version (
    tenant_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    card_body_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    version INT NOT NULL,
    drawing LONGTEXT NOT NULL,
    configured_at DATETIME(6) NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE KEY card_body_version_number (tenant_id, card_body_id, version),
    CONSTRAINT card_body_version_of FOREIGN KEY (tenant_id, card_body_id) REFERENCES card_body (tenant_id, id)
) DEFAULT CHARSET = utf8mb4;
