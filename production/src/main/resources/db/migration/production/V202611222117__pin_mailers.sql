-- Whether a program's runs make PIN mailers, and in which form of PIN block; without a row, or without a form, they make none.
CREATE TABLE pin_mailer (
  tenant_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  block_format VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NULL,
  row_version BIGINT NOT NULL,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT pin_mailer_of FOREIGN KEY (tenant_id, id) REFERENCES program (tenant_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
