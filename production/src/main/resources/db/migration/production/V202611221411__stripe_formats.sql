-- How a program fills the discretionary data of its stripes; without a row, as usual.
CREATE TABLE stripe_format (
  tenant_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  track_1 VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  track_2 VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  row_version BIGINT NOT NULL,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT stripe_format_of FOREIGN KEY (tenant_id, id) REFERENCES program (tenant_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
