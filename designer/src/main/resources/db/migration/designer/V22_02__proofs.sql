-- Proofs as they were issued. Never changed.
CREATE TABLE proof (
    tenant_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    digest VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    issued_at DATETIME(6) NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE KEY proof_one_a_digest (tenant_id, digest)
) DEFAULT CHARSET = utf8mb4;

CREATE TABLE proof_file (
    tenant_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    id VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    proof_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    kind VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    sha256 VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    bytes BIGINT NOT NULL,
    content LONGBLOB NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE KEY proof_file_one_a_kind (tenant_id, proof_id, kind),
    CONSTRAINT proof_file_of FOREIGN KEY (tenant_id, proof_id) REFERENCES proof (tenant_id, id)
) DEFAULT CHARSET = utf8mb4;
