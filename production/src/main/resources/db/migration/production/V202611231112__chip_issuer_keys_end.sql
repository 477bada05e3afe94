-- Issuers' RSA keys for chips come to an end by two custodians. The first one's row is written down
-- when a program is set up by it or somebody asks for its end.
ALTER TABLE chip_issuer_key
  ADD COLUMN state        VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'LIVING',
  ADD COLUMN asked_by     VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD COLUMN confirmed_by VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD COLUMN ended_at     DATETIME(6) NULL,
  ADD COLUMN row_version  BIGINT NOT NULL DEFAULT 0;
