-- By which a program acts for a person; gone with her membership.
CREATE TABLE api_token (
  tenant_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  membership_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  person_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  person_name VARCHAR(200) NOT NULL,
  name VARCHAR(200) NOT NULL,
  token_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  made_at DATETIME(6) NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  revoked_at DATETIME(6) NULL,
  version BIGINT NOT NULL,
  PRIMARY KEY (tenant_id, id),
  KEY api_token_person (tenant_id, person_id, made_at),
  CONSTRAINT api_token_of_member FOREIGN KEY (tenant_id, membership_id)
    REFERENCES membership (tenant_id, id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
