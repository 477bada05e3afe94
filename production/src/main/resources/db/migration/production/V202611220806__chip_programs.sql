-- Which chip profile a program's cards have, and the issuer's certificate by the scheme's authority.
CREATE TABLE chip_program (
  tenant_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  profile VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  authority_index INT NOT NULL,
  authority_modulus VARBINARY(248) NOT NULL,
  authority_exponent INT NOT NULL,
  certificate VARBINARY(248) NOT NULL,
  remainder VARBINARY(248) NOT NULL,
  exponent VARBINARY(3) NOT NULL,
  configured_at DATETIME(6) NOT NULL,
  version BIGINT NOT NULL,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT chip_program_of FOREIGN KEY (tenant_id, id) REFERENCES program (tenant_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
