-- An alarm of something that ends; the id is its subject and the alarm's days, so each is raised once.
CREATE TABLE expiry_alarm (
  tenant_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id        VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  not_after DATETIME(6) NOT NULL,
  raised_at DATETIME(6) NOT NULL,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT expiry_alarm_of FOREIGN KEY (tenant_id) REFERENCES tenant (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
