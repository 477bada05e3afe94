-- An issuer's key through all its versions. sole_usage is the usage where a tenant has one key of it.
CREATE TABLE keyring (
  tenant_id  VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id         VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name       VARCHAR(80) NOT NULL,
  key_usage  VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  sole_usage VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NULL,
  made_at    DATETIME(6) NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE KEY keyring_name (tenant_id, name),
  UNIQUE KEY keyring_sole (tenant_id, sole_usage),
  CONSTRAINT keyring_of FOREIGN KEY (tenant_id) REFERENCES tenant (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- A version; its value is in the device. active_mark is set in the one version that is active.
CREATE TABLE keyring_version (
  tenant_id   VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id          VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  key_id      VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  number      INT NOT NULL,
  kind        VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  state       VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  active_mark CHAR(1) CHARACTER SET ascii COLLATE ascii_bin NULL,
  check_value CHAR(6) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  driver      VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  quorum      INT NOT NULL,
  made_at     DATETIME(6) NOT NULL,
  changed_at  DATETIME(6) NOT NULL,
  row_version BIGINT NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE KEY keyring_version_number (tenant_id, key_id, number),
  UNIQUE KEY keyring_version_active (tenant_id, key_id, active_mark),
  CONSTRAINT keyring_version_of FOREIGN KEY (tenant_id, key_id) REFERENCES keyring (tenant_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- A ceremony; version_id is what came of it, or what it is about.
CREATE TABLE key_ceremony (
  tenant_id     VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id            VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  kind          VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  state         VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  key_name      VARCHAR(80) NOT NULL,
  key_usage     VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  key_kind      VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  key_id        VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NULL,
  version_id    VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NULL,
  protection_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NULL,
  needed        INT NOT NULL,
  quorum        INT NOT NULL,
  check_value   CHAR(6) CHARACTER SET ascii COLLATE ascii_bin NULL,
  key_block     LONGTEXT NULL,
  reason        VARCHAR(500) NULL,
  opened_by     VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  opened_at     DATETIME(6) NOT NULL,
  closed_at     DATETIME(6) NULL,
  row_version   BIGINT NOT NULL,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT key_ceremony_key FOREIGN KEY (tenant_id, key_id) REFERENCES keyring (tenant_id, id),
  CONSTRAINT key_ceremony_version FOREIGN KEY (tenant_id, version_id) REFERENCES keyring_version (tenant_id, id),
  CONSTRAINT key_ceremony_protection FOREIGN KEY (tenant_id, protection_id) REFERENCES keyring_version (tenant_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- Who takes part; part is what she brought or is to take away, sealed until the ceremony closes.
CREATE TABLE key_custodian (
  tenant_id   VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id          VARCHAR(61) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  ceremony_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  person_id   VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  number      INT NOT NULL,
  came_at     DATETIME(6) NULL,
  took_at     DATETIME(6) NULL,
  check_value CHAR(6) CHARACTER SET ascii COLLATE ascii_bin NULL,
  part        VARBINARY(200) NULL,
  row_version BIGINT NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE KEY key_custodian_once (tenant_id, ceremony_id, person_id),
  UNIQUE KEY key_custodian_number (tenant_id, ceremony_id, number),
  CONSTRAINT key_custodian_of FOREIGN KEY (tenant_id, ceremony_id) REFERENCES key_ceremony (tenant_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- Who ever held which component of a version; never deleted, so that nobody gets a second one.
CREATE TABLE key_component (
  tenant_id  VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id          VARCHAR(61) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  person_id  VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  number     INT NOT NULL,
  turn       INT NOT NULL,
  held_since DATETIME(6) NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE KEY key_component_once (tenant_id, version_id, person_id),
  UNIQUE KEY key_component_turn (tenant_id, version_id, number, turn),
  CONSTRAINT key_component_of FOREIGN KEY (tenant_id, version_id) REFERENCES keyring_version (tenant_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
