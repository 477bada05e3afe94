-- How long a program's PINs are, by which key index its host checks them, and how natural ones are derived (IBM 3624).
ALTER TABLE stripe_format
  ADD COLUMN pin_digits INT NOT NULL DEFAULT 4,
  ADD COLUMN pin_key_index INT NOT NULL DEFAULT 1,
  ADD COLUMN pin_table CHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '0123456789012345',
  ADD COLUMN pin_from INT NOT NULL DEFAULT 1,
  ADD COLUMN pin_length INT NOT NULL DEFAULT 12,
  ADD COLUMN pin_pad CHAR(1) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'F';

-- A drawn PIN keeps its length.
ALTER TABLE card_pin ADD COLUMN digits INT NOT NULL DEFAULT 4;
