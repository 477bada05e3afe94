-- Certificates that somebody else holds the key of; public, registered for one purpose each.
CREATE TABLE transport_certificate (
  tenant_id       VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id              VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  purpose         VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  organization_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  fingerprint     CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  certificate     BLOB NOT NULL,
  registered_at   DATETIME(6) NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE KEY transport_certificate_once (tenant_id, purpose, organization_id, fingerprint),
  KEY transport_certificate_of (tenant_id, organization_id),
  CONSTRAINT transport_certificate_of FOREIGN KEY (tenant_id, organization_id)
    REFERENCES organization (tenant_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- An order's cardholder file as it was accepted; purged_at is set when its key was destroyed.
CREATE TABLE account_file (
  tenant_id   VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  order_id    VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  program_id  VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  row_count   INT NOT NULL,
  signer      CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  received_at DATETIME(6) NOT NULL,
  purged_at   DATETIME(6) NULL,
  row_version BIGINT NOT NULL,
  PRIMARY KEY (tenant_id, order_id),
  CONSTRAINT account_file_of_program FOREIGN KEY (tenant_id, program_id)
    REFERENCES program (tenant_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- One sealed account record a row. lookup is a keyed hash (PCI DSS 3.5.1.1) of program, account
-- number and sequence number: while a card is in production, no second one can be.
CREATE TABLE account_record (
  tenant_id  VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  order_id   VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  number     INT NOT NULL,
  lookup     CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  ciphertext VARBINARY(1000) NOT NULL,
  PRIMARY KEY (tenant_id, order_id, number),
  UNIQUE KEY account_record_once (tenant_id, lookup),
  CONSTRAINT account_record_of_file FOREIGN KEY (tenant_id, order_id)
    REFERENCES account_file (tenant_id, order_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- A run that was prepared from an order; the plan says from which record each card is made.
CREATE TABLE prepared_run (
  tenant_id        VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  run_id           VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  order_id         VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  digest           CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  cards            INT NOT NULL,
  plan_hash        CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  key_check_values VARCHAR(1000) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  prepared_at      DATETIME(6) NOT NULL,
  purged_at        DATETIME(6) NULL,
  row_version      BIGINT NOT NULL,
  PRIMARY KEY (tenant_id, run_id),
  KEY prepared_run_of (tenant_id, order_id),
  CONSTRAINT prepared_run_of_file FOREIGN KEY (tenant_id, order_id)
    REFERENCES account_file (tenant_id, order_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- One sealed personalization record a card, named by its number in the run, never by its PAN.
CREATE TABLE prepared_card (
  tenant_id  VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  run_id     VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  number     INT NOT NULL,
  ciphertext VARBINARY(1000) NOT NULL,
  PRIMARY KEY (tenant_id, run_id, number),
  CONSTRAINT prepared_card_of_run FOREIGN KEY (tenant_id, run_id)
    REFERENCES prepared_run (tenant_id, run_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- A sealed file of a run in the data folder; hash and length are the plaintext's.
CREATE TABLE prepared_file (
  tenant_id   VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  run_id      VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name        VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  position    INT NOT NULL,
  sha256      CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  byte_count  BIGINT NOT NULL,
  stored_name VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (tenant_id, run_id, name),
  CONSTRAINT prepared_file_of_run FOREIGN KEY (tenant_id, run_id)
    REFERENCES prepared_run (tenant_id, run_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
