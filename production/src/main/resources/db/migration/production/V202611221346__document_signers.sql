-- Certificates that a country's authority gave for the tenant's document signing key.
CREATE TABLE document_signer (
  tenant_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  certificate LONGBLOB NOT NULL,
  not_before DATETIME(6) NOT NULL,
  not_after DATETIME(6) NOT NULL,
  installed_at DATETIME(6) NOT NULL,
  PRIMARY KEY (tenant_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
