CREATE TABLE program (
  tenant_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name VARCHAR(200) NOT NULL,
  issuer_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  partner_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  product VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  started_at DATETIME(6) NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE KEY program_name (tenant_id, name),
  KEY program_partner (tenant_id, partner_id),
  CONSTRAINT program_of_issuer FOREIGN KEY (tenant_id, issuer_id)
    REFERENCES organization (tenant_id, id),
  CONSTRAINT program_with_partner FOREIGN KEY (tenant_id, partner_id)
    REFERENCES organization (tenant_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
