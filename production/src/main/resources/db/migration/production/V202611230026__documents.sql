-- Which identity documents a program's cards are, each saved version kept: an order names the one
-- that its list was read by. carried is false where somebody ended it.
CREATE TABLE document_program (
  tenant_id       VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id              VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  program_id      VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  carried         BOOLEAN NOT NULL,
  format          VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  lds_version     VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  group_hash      VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  basic_access    BOOLEAN NOT NULL,
  pace_mapping    VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL,
  pace_cipher     VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL,
  pace_curve      VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL,
  authentication  VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL,
  drawn_numbers   BOOLEAN NOT NULL,
  transport_key   VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NULL,
  saved_at        DATETIME(6) NOT NULL,
  PRIMARY KEY (tenant_id, id),
  KEY document_program_of (tenant_id, program_id),
  CONSTRAINT document_program_of FOREIGN KEY (tenant_id, program_id)
    REFERENCES program (tenant_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
