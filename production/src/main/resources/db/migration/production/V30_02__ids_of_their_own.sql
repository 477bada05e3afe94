-- Records, prepared cards and prepared files get an id of one column, as every other row has: the
-- isolation of tenants is proven by ids. It is the owner's id and the number or name in it.
ALTER TABLE account_record ADD COLUMN id VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NULL;
UPDATE account_record SET id = CONCAT(order_id, '/', number) WHERE tenant_id IS NOT NULL;
ALTER TABLE account_record
  ADD UNIQUE KEY account_record_number (tenant_id, order_id, number),
  MODIFY id VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  DROP PRIMARY KEY,
  ADD PRIMARY KEY (tenant_id, id);

ALTER TABLE prepared_card ADD COLUMN id VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NULL;
UPDATE prepared_card SET id = CONCAT(run_id, '/', number) WHERE tenant_id IS NOT NULL;
ALTER TABLE prepared_card
  ADD UNIQUE KEY prepared_card_number (tenant_id, run_id, number),
  MODIFY id VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  DROP PRIMARY KEY,
  ADD PRIMARY KEY (tenant_id, id);

ALTER TABLE prepared_file ADD COLUMN id VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NULL;
UPDATE prepared_file SET id = CONCAT(run_id, '/', name) WHERE tenant_id IS NOT NULL;
ALTER TABLE prepared_file
  ADD UNIQUE KEY prepared_file_name (tenant_id, run_id, name),
  MODIFY id VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  DROP PRIMARY KEY,
  ADD PRIMARY KEY (tenant_id, id);
