-- What the rules found on a frozen revision, once for each rule book. Never changed.
CREATE TABLE preflight_report (
    tenant_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    digest VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    rules VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    findings LONGTEXT NOT NULL,
    judged_at DATETIME(6) NOT NULL,
    PRIMARY KEY (tenant_id, digest)
) DEFAULT CHARSET = utf8mb4;
