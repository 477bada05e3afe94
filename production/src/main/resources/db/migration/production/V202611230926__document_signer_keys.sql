-- Document signers' keys follow each other by number. The first has no row until somebody asks for
-- a certificate, or for its destruction; certificates that are there are the first one's.
CREATE TABLE document_signer_key (
  tenant_id    VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id           VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  number       INT NOT NULL,
  state        VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  made_at      DATETIME(6) NOT NULL,
  asked_by     VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NULL,
  confirmed_by VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NULL,
  ended_at     DATETIME(6) NULL,
  row_version  BIGINT NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE KEY document_signer_key_number (tenant_id, number)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

ALTER TABLE document_signer ADD COLUMN number INT NOT NULL DEFAULT 1;
