-- The trail: written once. entry is the canonical JSON that hash is of; the other columns are there to find it.
CREATE TABLE audit_entry (
  tenant_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  seq BIGINT NOT NULL,
  recorded_at DATETIME(6) NOT NULL,
  person_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NULL,
  action VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject VARCHAR(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  digest CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  entry LONGTEXT NOT NULL,
  PRIMARY KEY (tenant_id, seq),
  UNIQUE KEY audit_entry_id (tenant_id, id),
  KEY audit_entry_digest (tenant_id, digest, seq),
  KEY audit_entry_subject (tenant_id, subject, seq),
  KEY audit_entry_person (tenant_id, person_id, seq),
  KEY audit_entry_action (tenant_id, action, seq),
  KEY audit_entry_time (tenant_id, recorded_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- Where the chain ends; the one mutable row of the trail, locked while it grows. id is the tenant's own id.
CREATE TABLE audit_head (
  tenant_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  entries BIGINT NOT NULL,
  hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT audit_head_one CHECK (id = tenant_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- Heads signed along the way. The foreign key also keeps TRUNCATE off the entries.
CREATE TABLE audit_signed_head (
  tenant_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  seq BIGINT NOT NULL,
  hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  signed_at DATETIME(6) NOT NULL,
  statement LONGTEXT NOT NULL,
  signature VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (tenant_id, id),
  KEY audit_signed_head_entry (tenant_id, seq),
  CONSTRAINT audit_signed_head_of FOREIGN KEY (tenant_id, seq)
    REFERENCES audit_entry (tenant_id, seq)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TRIGGER audit_entry_no_update BEFORE UPDATE ON audit_entry FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the audit trail is written once';
CREATE TRIGGER audit_entry_no_delete BEFORE DELETE ON audit_entry FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the audit trail is written once';
CREATE TRIGGER audit_signed_head_no_update BEFORE UPDATE ON audit_signed_head FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the audit trail is written once';
CREATE TRIGGER audit_signed_head_no_delete BEFORE DELETE ON audit_signed_head FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the audit trail is written once';
CREATE TRIGGER audit_head_no_delete BEFORE DELETE ON audit_head FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the audit trail is written once';
DELIMITER //
CREATE TRIGGER audit_head_only_grows BEFORE UPDATE ON audit_head FOR EACH ROW
BEGIN
  IF NEW.entries < OLD.entries OR NEW.tenant_id <> OLD.tenant_id
      OR (NEW.entries = OLD.entries AND NEW.hash <> OLD.hash) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the audit trail only grows';
  END IF;
END //
DELIMITER ;
