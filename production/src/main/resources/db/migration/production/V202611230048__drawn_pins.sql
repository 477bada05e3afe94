-- Where the PINs of a program's cards come from, and those that are drawn: each sealed by the port
-- of the PIN keys, and that once more under the data key of its order.
ALTER TABLE stripe_format
  ADD COLUMN pins VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'NATURAL';

CREATE TABLE card_pin (
  tenant_id  VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id         VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  order_id   VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  number     INT NOT NULL,
  ciphertext VARBINARY(400) NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE KEY card_pin_number (tenant_id, order_id, number),
  CONSTRAINT card_pin_of_file FOREIGN KEY (tenant_id, order_id)
    REFERENCES account_file (tenant_id, order_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
