-- Certificates and OpenPGP keys that are trusted no longer, by fingerprint; never deleted, so that none comes back.
CREATE TABLE certificate_withdrawal (
  tenant_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  fingerprint VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  withdrawn_at DATETIME(6) NOT NULL,
  withdrawn_by VARCHAR(200) NOT NULL,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT certificate_withdrawn_once UNIQUE (tenant_id, fingerprint)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
