-- A design as it stands: the document after its latest edit.
CREATE TABLE design (
    tenant_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    program_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    card_body_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name VARCHAR(80) NOT NULL,
    state VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    number BIGINT NOT NULL,
    digest CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    document LONGTEXT NOT NULL,
    created_at DATETIME(6) NOT NULL,
    changed_at DATETIME(6) NOT NULL,
    changed_by VARCHAR(200) NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE KEY design_one_owner (id),
    KEY design_latest (tenant_id, changed_at),
    CONSTRAINT design_of_program FOREIGN KEY (tenant_id, program_id) REFERENCES program (tenant_id, id),
    CONSTRAINT design_on_card_body FOREIGN KEY (tenant_id, card_body_id) REFERENCES card_body (tenant_id, id),
    CONSTRAINT design_digest_unless_draft CHECK ((state = 'DRAFT') = (digest IS NULL))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- What was done to it, from number 1 on; replayed, it gives the document. Written once.
CREATE TABLE design_edit (
    tenant_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    design_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    number BIGINT NOT NULL,
    kind VARCHAR(4) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    refers BIGINT NOT NULL,
    person_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    person_name VARCHAR(200) NOT NULL,
    origin_session VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    origin_sequence BIGINT NOT NULL,
    command LONGTEXT NOT NULL,
    inverse LONGTEXT NOT NULL,
    applied_at DATETIME(6) NOT NULL,
    PRIMARY KEY (tenant_id, design_id, number),
    UNIQUE KEY design_edit_once (tenant_id, design_id, person_id, origin_session, origin_sequence),
    CONSTRAINT design_edit_of FOREIGN KEY (tenant_id, design_id) REFERENCES design (tenant_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- What was frozen: content is the canonical JSON whose SHA-256 is the digest. Written once.
CREATE TABLE design_revision (
    tenant_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    digest CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    design_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    program_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name VARCHAR(80) NOT NULL,
    number BIGINT NOT NULL,
    content LONGTEXT NOT NULL,
    frozen_at DATETIME(6) NOT NULL,
    PRIMARY KEY (tenant_id, digest),
    UNIQUE KEY design_revision_of_design (tenant_id, design_id, digest),
    CONSTRAINT design_revision_of FOREIGN KEY (tenant_id, design_id) REFERENCES design (tenant_id, id),
    CONSTRAINT design_revision_program FOREIGN KEY (tenant_id, program_id) REFERENCES program (tenant_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- Each time a design was frozen, also when it came back to a content that was frozen before. Written once.
CREATE TABLE design_freeze (
    tenant_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    design_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    number BIGINT NOT NULL,
    digest CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    person_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    frozen_at DATETIME(6) NOT NULL,
    PRIMARY KEY (tenant_id, design_id, number, digest),
    CONSTRAINT design_freeze_as FOREIGN KEY (tenant_id, design_id, digest)
        REFERENCES design_revision (tenant_id, design_id, digest)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TRIGGER design_edit_no_update BEFORE UPDATE ON design_edit FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'an edit is written once';
CREATE TRIGGER design_edit_no_delete BEFORE DELETE ON design_edit FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'an edit is written once';
CREATE TRIGGER design_revision_no_update BEFORE UPDATE ON design_revision FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a revision never changes';
CREATE TRIGGER design_revision_no_delete BEFORE DELETE ON design_revision FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a revision never changes';
