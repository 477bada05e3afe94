-- For how many days a program's account data are kept.
CREATE TABLE retention_period (
  tenant_id   VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  program_id  VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  days        INT NOT NULL,
  saved_at    DATETIME(6) NOT NULL,
  saved_by    VARCHAR(200) NOT NULL,
  row_version BIGINT NOT NULL,
  PRIMARY KEY (tenant_id, program_id),
  CONSTRAINT retention_of_program FOREIGN KEY (tenant_id, program_id)
    REFERENCES program (tenant_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
