-- One round of approval of one revision; of all rounds of a revision one at most is not voided.
CREATE TABLE approval_round (
    tenant_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    digest CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    design_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    program_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    number INT NOT NULL,
    state VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    opened_at DATETIME(6) NOT NULL,
    opened_by VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE KEY approval_round_one_owner (id),
    UNIQUE KEY approval_round_number (tenant_id, digest, number),
    KEY approval_round_of_design (tenant_id, design_id),
    KEY approval_round_state (tenant_id, state, opened_at),
    CONSTRAINT approval_round_of FOREIGN KEY (tenant_id, design_id, digest)
        REFERENCES design_revision (tenant_id, design_id, digest),
    CONSTRAINT approval_round_program FOREIGN KEY (tenant_id, program_id) REFERENCES program (tenant_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- One decision a side and one a person: the keys decide who came first. Written once.
CREATE TABLE approval_decision (
    tenant_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    round_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    side VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    person_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    person_name VARCHAR(200) NOT NULL,
    decision VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    reason VARCHAR(1000) NOT NULL,
    decided_at DATETIME(6) NOT NULL,
    PRIMARY KEY (tenant_id, round_id, side),
    UNIQUE KEY approval_decision_four_eyes (tenant_id, round_id, person_id),
    CONSTRAINT approval_decision_in FOREIGN KEY (tenant_id, round_id) REFERENCES approval_round (tenant_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TRIGGER approval_decision_no_update BEFORE UPDATE ON approval_decision FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a decision is written once';
CREATE TRIGGER approval_decision_no_delete BEFORE DELETE ON approval_decision FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a decision is written once';
