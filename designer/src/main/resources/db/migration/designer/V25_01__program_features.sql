-- What an administrator switched off for the designs of a program; a program without a row has everything.
CREATE TABLE program_features (
    tenant_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    program_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    switched_off VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    changed_at DATETIME(6) NOT NULL,
    changed_by VARCHAR(200) NOT NULL,
    row_version BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, program_id),
    CONSTRAINT program_features_of_program FOREIGN KEY (tenant_id, program_id) REFERENCES program (tenant_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
