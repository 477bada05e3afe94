-- Cardloom's own certificates, once one of them was to be renewed: each with its number, asked for
-- by one custodian and confirmed by another. Standing is 'NEXT' for the one renewal that is under
-- way, 'ACTIVE' for the one certificate in use, and null else: unique rows decide.
CREATE TABLE own_certificate (
  tenant_id    VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id           VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  purpose      VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  number       INT NOT NULL,
  state        VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  standing     VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NULL,
  certificate  BLOB NULL,
  fingerprint  VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  not_after    DATETIME(6) NULL,
  lead_days    INT NOT NULL,
  overlap_days INT NOT NULL,
  asked_by     VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NULL,
  asked_at     DATETIME(6) NOT NULL,
  confirmed_by VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NULL,
  from_at      DATETIME(6) NULL,
  over_at      DATETIME(6) NULL,
  ended_at     DATETIME(6) NULL,
  row_version  BIGINT NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE KEY own_certificate_number (tenant_id, purpose, number),
  UNIQUE KEY own_certificate_standing (tenant_id, purpose, standing)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
