-- Which tracks come whole with the cardholder list; NONE where all are composed.
ALTER TABLE stripe_format
  ADD COLUMN supplied VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'NONE';

-- Three tracks, and twelve fields of an issuer's own with 100 letters each, do not fit 1,000 bytes.
ALTER TABLE account_record MODIFY ciphertext VARBINARY(8000) NOT NULL;
