-- Accounts of the embedded identity provider. They say who somebody is, never what she may do.
CREATE TABLE local_account (
  subject      VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  email        VARCHAR(254) NOT NULL,
  name         VARCHAR(200) NOT NULL,
  password     VARCHAR(300) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  failures     INT NOT NULL DEFAULT 0,
  locked_until DATETIME(6) NULL,
  PRIMARY KEY (subject),
  UNIQUE KEY local_account_email (email)
);
