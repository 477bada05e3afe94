-- Which version of a program's documents an order's list was read by; null for payment cards.
ALTER TABLE account_file
  ADD COLUMN document_version VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD KEY account_file_of_documents (tenant_id, document_version),
  ADD CONSTRAINT account_file_of_documents FOREIGN KEY (tenant_id, document_version)
    REFERENCES document_program (tenant_id, id);

-- A document's record holds a picture; twelve fields of an issuer's own need the room as well.
ALTER TABLE account_record MODIFY ciphertext MEDIUMBLOB NOT NULL;

-- Whether what was prepared are documents.
ALTER TABLE prepared_run ADD COLUMN documents BOOLEAN NOT NULL DEFAULT FALSE;
