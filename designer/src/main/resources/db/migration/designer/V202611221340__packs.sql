-- Issuers' own packs of drawings and filters; those that are shipped have no row.
CREATE TABLE pack (
    tenant_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    content LONGTEXT NOT NULL,
    added_at DATETIME(6) NOT NULL,
    added_by VARCHAR(200) NOT NULL,
    PRIMARY KEY (tenant_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- Where a program has a shipped pack off, or an issuer's own on.
CREATE TABLE program_pack (
    tenant_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    program_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    pack_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    is_on BOOLEAN NOT NULL,
    PRIMARY KEY (tenant_id, program_id, pack_id),
    CONSTRAINT program_pack_of_program FOREIGN KEY (tenant_id, program_id) REFERENCES program (tenant_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
