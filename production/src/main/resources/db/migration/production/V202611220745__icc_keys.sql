-- RSA key pairs for cards, made in advance. sealed is the private half under the tenant's seal; when
-- card is set it is gone from here, so that no key serves two cards, and no card gets two keys.
CREATE TABLE icc_key (
  tenant_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  bits INT NOT NULL,
  modulus VARBINARY(248) NOT NULL,
  sealed VARBINARY(2000) NULL,
  card VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NULL,
  made_at DATETIME(6) NOT NULL,
  taken_at DATETIME(6) NULL,
  version BIGINT NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE KEY icc_key_modulus (tenant_id, modulus),
  UNIQUE KEY icc_key_card (tenant_id, card),
  KEY icc_key_ready (tenant_id, bits, card)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
