-- Until when a ceremony waits, and when a version of a key ought to be replaced.
ALTER TABLE key_ceremony ADD COLUMN expires_at DATETIME(6) NULL;
UPDATE key_ceremony SET expires_at = opened_at + INTERVAL 1 DAY;
ALTER TABLE key_ceremony MODIFY COLUMN expires_at DATETIME(6) NOT NULL;
ALTER TABLE keyring_version ADD COLUMN replace_by DATETIME(6) NULL;
UPDATE keyring_version SET replace_by = made_at + INTERVAL 730 DAY;
ALTER TABLE keyring_version MODIFY COLUMN replace_by DATETIME(6) NOT NULL;
