-- A list's records are staged first and become the order's by one commit.
ALTER TABLE account_file ADD COLUMN accepted_at DATETIME(6) NULL;
UPDATE account_file SET accepted_at = received_at WHERE tenant_id IS NOT NULL;

-- A list that is being taken in: the intent, and how far it is. Without a sign of life it is
-- taken for dead, and what is staged of it is forgotten.
CREATE TABLE list_intake (
  tenant_id     VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  order_id      VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  program_id    VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  rows_read     INT NOT NULL,
  rows_wrong    INT NOT NULL,
  bytes_read    BIGINT NOT NULL,
  bytes_whole   BIGINT NOT NULL,
  cancel_wanted BOOLEAN NOT NULL,
  begun_at      DATETIME(6) NOT NULL,
  beat_at       DATETIME(6) NOT NULL,
  PRIMARY KEY (tenant_id, order_id),
  CONSTRAINT list_intake_of_program FOREIGN KEY (tenant_id, program_id)
    REFERENCES program (tenant_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- How a program's lists are written; the newest version is in force, the others are kept.
CREATE TABLE list_form (
  tenant_id  VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id         VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  program_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  number     INT NOT NULL,
  document   LONGTEXT NOT NULL,
  saved_at   DATETIME(6) NOT NULL,
  saved_by   VARCHAR(200) NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE KEY list_form_number (tenant_id, program_id, number),
  CONSTRAINT list_form_of_program FOREIGN KEY (tenant_id, program_id)
    REFERENCES program (tenant_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- The issuer's OpenPGP keys that sign its lists; public, registered by a key custodian.
CREATE TABLE openpgp_certificate (
  tenant_id       VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id              VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  organization_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  fingerprint     VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  certificate     BLOB NOT NULL,
  registered_at   DATETIME(6) NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE KEY openpgp_certificate_once (tenant_id, organization_id, fingerprint),
  CONSTRAINT openpgp_certificate_of FOREIGN KEY (tenant_id, organization_id)
    REFERENCES organization (tenant_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
