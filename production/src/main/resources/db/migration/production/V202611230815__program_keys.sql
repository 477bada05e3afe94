-- Of a use that makes cards a tenant may have several keys from now on. One of them stands for all programs that name no other.
ALTER TABLE keyring RENAME COLUMN sole_usage TO standard_usage;

-- The key of a use that a program's cards are made with, where it is not the standard one.
CREATE TABLE program_key (
  tenant_id  VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id         VARCHAR(61) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  program_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  key_usage  VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  key_id     VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT program_key_program FOREIGN KEY (tenant_id, program_id) REFERENCES program (tenant_id, id),
  CONSTRAINT program_key_key FOREIGN KEY (tenant_id, key_id) REFERENCES keyring (tenant_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
