-- What a program's track 3 says beside the card's own data; null where no track 3 is written.
ALTER TABLE stripe_format
  ADD COLUMN track_3 VARCHAR(300) CHARACTER SET ascii COLLATE ascii_bin NULL;
