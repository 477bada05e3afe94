-- Lists that a process without keys took in for one that has some.

-- Public halves of key pairs; each serves one list. The private half lies where keys are.
CREATE TABLE drop_key (
  tenant_id  VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id         VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  public_key VARBINARY(64) NOT NULL,
  made_at    DATETIME(6) NOT NULL,
  order_id   VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE KEY drop_key_of_order (tenant_id, order_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE handed_list (
  tenant_id   VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  order_id    VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  key_id      VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  wrapped_key VARBINARY(200) NOT NULL,
  plain       BOOLEAN NOT NULL,
  whole       BOOLEAN NOT NULL,
  beat_at     DATETIME(6) NOT NULL,
  PRIMARY KEY (tenant_id, order_id),
  CONSTRAINT handed_list_key FOREIGN KEY (tenant_id, key_id) REFERENCES drop_key (tenant_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE handed_piece (
  tenant_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id        VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  order_id  VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  number    INT NOT NULL,
  bytes     LONGBLOB NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE KEY handed_piece_number (tenant_id, order_id, number),
  CONSTRAINT handed_piece_of_list FOREIGN KEY (tenant_id, order_id)
    REFERENCES handed_list (tenant_id, order_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- Whether the list was handed over, and how often a process began to take it in.
ALTER TABLE list_intake ADD COLUMN handed BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE list_intake ADD COLUMN fence INT NOT NULL DEFAULT 0;

-- Cardloom's own public certificates, for processes that hold no keys; null is asked for.
CREATE TABLE published_certificate (
  tenant_id   VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id          VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  purpose     VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  certificate BLOB NULL,
  asked_at    DATETIME(6) NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE KEY published_certificate_once (tenant_id, purpose)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- Account data that are to be destroyed where the keys are, and what became of it.
CREATE TABLE account_purge (
  tenant_id   VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id          VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  order_id    VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  run_id      VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NULL,
  only_run    BOOLEAN NOT NULL,
  digest      VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  asked_by    VARCHAR(200) NOT NULL,
  asked_at    DATETIME(6) NOT NULL,
  done_at     DATETIME(6) NULL,
  records     INT NOT NULL,
  runs        INT NOT NULL,
  check_value VARCHAR(12) NOT NULL,
  PRIMARY KEY (tenant_id, id),
  KEY account_purge_open (tenant_id, done_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
