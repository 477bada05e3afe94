-- Issuers' RSA keys that sign for chips, from number 2 on: the first has none but its number. A
-- program's chip is signed by the key that its certificate is for; those that are there are the
-- first one's.
CREATE TABLE chip_issuer_key (
  tenant_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id        VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  number    INT NOT NULL,
  bits      INT NOT NULL,
  made_at   DATETIME(6) NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE KEY chip_issuer_key_number (tenant_id, number)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

ALTER TABLE chip_program ADD COLUMN issuer_key INT NOT NULL DEFAULT 1;
