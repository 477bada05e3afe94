CREATE TABLE destination (
  tenant_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name VARCHAR(120) NOT NULL,
  channel VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  driver VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  bureau_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NULL,
  settings LONGTEXT NOT NULL,
  version BIGINT NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE KEY destination_name (tenant_id, name),
  CONSTRAINT destination_at_bureau FOREIGN KEY (tenant_id, bureau_id)
    REFERENCES organization (tenant_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE card_order (
  tenant_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  program_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  digest CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name VARCHAR(120) NOT NULL,
  cards INT NOT NULL,
  state VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  report LONGTEXT NOT NULL,
  placed_at DATETIME(6) NOT NULL,
  placed_by VARCHAR(200) NOT NULL,
  version BIGINT NOT NULL,
  PRIMARY KEY (tenant_id, id),
  KEY card_order_newest (tenant_id, placed_at),
  CONSTRAINT card_order_program FOREIGN KEY (tenant_id, program_id)
    REFERENCES program (tenant_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE production_schedule (
  tenant_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  order_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  destination_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  once_at DATETIME(6) NULL,
  cron VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NULL,
  zone VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NULL,
  cards_per_run INT NOT NULL,
  ended BOOLEAN NOT NULL,
  created_at DATETIME(6) NOT NULL,
  version BIGINT NOT NULL,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT production_schedule_order FOREIGN KEY (tenant_id, order_id)
    REFERENCES card_order (tenant_id, id),
  CONSTRAINT production_schedule_destination FOREIGN KEY (tenant_id, destination_id)
    REFERENCES destination (tenant_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- One run an occurrence: a second firing collides here. departed says whether anything may have
-- left the house; lease and fence say which node may move the run.
CREATE TABLE production_run (
  tenant_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  order_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  schedule_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  occurrence VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  planned_for DATETIME(6) NOT NULL,
  program_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  digest CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  destination_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  channel VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  state VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  held_from VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL,
  cards INT NOT NULL,
  good INT NOT NULL,
  spoiled INT NOT NULL,
  destroyed INT NOT NULL,
  in_doubt INT NOT NULL,
  stock INT NOT NULL,
  left_over INT NULL,
  reason VARCHAR(1000) NULL,
  package_name VARCHAR(70) CHARACTER SET ascii COLLATE ascii_bin NULL,
  release_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  released_by VARCHAR(200) NULL,
  departed BOOLEAN NOT NULL,
  spoiled_in_row INT NOT NULL,
  tries INT NOT NULL,
  next_try DATETIME(6) NULL,
  lease_owner VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL,
  lease_until DATETIME(6) NULL,
  fence BIGINT NOT NULL,
  planned_at DATETIME(6) NOT NULL,
  changed_at DATETIME(6) NOT NULL,
  version BIGINT NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE KEY production_run_occurrence (tenant_id, schedule_id, occurrence),
  KEY production_run_newest (tenant_id, planned_at),
  CONSTRAINT production_run_order FOREIGN KEY (tenant_id, order_id)
    REFERENCES card_order (tenant_id, id),
  CONSTRAINT production_run_schedule FOREIGN KEY (tenant_id, schedule_id)
    REFERENCES production_schedule (tenant_id, id),
  CONSTRAINT production_run_destination FOREIGN KEY (tenant_id, destination_id)
    REFERENCES destination (tenant_id, id),
  CONSTRAINT production_run_program FOREIGN KEY (tenant_id, program_id)
    REFERENCES program (tenant_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- live_row is row_no while the card stands for its cardholder, and NULL afterwards: so the database
-- itself allows at most one live card a cardholder, and at most one remake a card.
CREATE TABLE run_card (
  tenant_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  run_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  number INT NOT NULL,
  prepared_as INT NOT NULL,
  order_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  row_no INT NOT NULL,
  live_row INT NULL,
  state VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  reason VARCHAR(1000) NULL,
  evidence VARCHAR(300) NULL,
  replaces_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NULL,
  version BIGINT NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE KEY run_card_number (tenant_id, run_id, number),
  UNIQUE KEY run_card_one_live (tenant_id, order_id, live_row),
  UNIQUE KEY run_card_one_remake (tenant_id, replaces_id),
  CONSTRAINT run_card_run FOREIGN KEY (tenant_id, run_id) REFERENCES production_run (tenant_id, id),
  CONSTRAINT run_card_order FOREIGN KEY (tenant_id, order_id) REFERENCES card_order (tenant_id, id),
  CONSTRAINT run_card_replaces FOREIGN KEY (tenant_id, replaces_id)
    REFERENCES run_card (tenant_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- Intent is written and committed before a step, outcome after it.
CREATE TABLE run_step (
  tenant_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  run_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  number INT NOT NULL,
  step VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  attempt INT NOT NULL,
  fence BIGINT NOT NULL,
  intended_at DATETIME(6) NOT NULL,
  outcome VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL,
  ended_at DATETIME(6) NULL,
  version BIGINT NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE KEY run_step_attempt (tenant_id, run_id, number, step, attempt),
  CONSTRAINT run_step_run FOREIGN KEY (tenant_id, run_id) REFERENCES production_run (tenant_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE reconciliation (
  tenant_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  order_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  stock INT NOT NULL,
  good INT NOT NULL,
  spoiled INT NOT NULL,
  destroyed INT NOT NULL,
  left_over INT NOT NULL,
  counted_by VARCHAR(200) NOT NULL,
  counted_at DATETIME(6) NOT NULL,
  purged_records INT NULL,
  purged_key VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT reconciliation_run FOREIGN KEY (tenant_id, id) REFERENCES production_run (tenant_id, id),
  CONSTRAINT reconciliation_order FOREIGN KEY (tenant_id, order_id)
    REFERENCES card_order (tenant_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
