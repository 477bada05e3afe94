-- What designs of a kind have in common: a design of the issuer's, published in numbered versions.
CREATE TABLE design_template (
    tenant_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    master_design_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    card_body_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name VARCHAR(80) NOT NULL,
    latest INT NOT NULL,
    published_at DATETIME(6) NOT NULL,
    published_by VARCHAR(200) NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE KEY design_template_one_owner (id),
    UNIQUE KEY design_template_of_master (tenant_id, master_design_id),
    CONSTRAINT design_template_master FOREIGN KEY (tenant_id, master_design_id) REFERENCES design (tenant_id, id),
    CONSTRAINT design_template_on_card_body FOREIGN KEY (tenant_id, card_body_id) REFERENCES card_body (tenant_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- Written once.
CREATE TABLE design_template_version (
    tenant_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    template_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    number INT NOT NULL,
    document LONGTEXT NOT NULL,
    published_at DATETIME(6) NOT NULL,
    published_by VARCHAR(200) NOT NULL,
    PRIMARY KEY (tenant_id, template_id, number),
    CONSTRAINT design_template_version_of FOREIGN KEY (tenant_id, template_id) REFERENCES design_template (tenant_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TRIGGER design_template_version_no_update BEFORE UPDATE ON design_template_version FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a version of a template never changes';
CREATE TRIGGER design_template_version_no_delete BEFORE DELETE ON design_template_version FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a version of a template never changes';

-- Which version of which template a design was composed from last.
ALTER TABLE design
    ADD COLUMN template_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NULL,
    ADD COLUMN template_version INT NULL;
CREATE INDEX design_follows ON design (tenant_id, template_id, template_version);
ALTER TABLE design ADD CONSTRAINT design_follows_template
    FOREIGN KEY (tenant_id, template_id, template_version)
    REFERENCES design_template_version (tenant_id, template_id, number);

-- A new version carried into the designs that follow its template, with the rights it was started with.
CREATE TABLE rebrand (
    tenant_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    template_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    template_version INT NOT NULL,
    person_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    organization_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    person_name VARCHAR(200) NOT NULL,
    roles VARCHAR(400) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    started_at DATETIME(6) NOT NULL,
    finished_at DATETIME(6) NULL,
    running CHAR(1) CHARACTER SET ascii COLLATE ascii_bin NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE KEY rebrand_one_owner (id),
    UNIQUE KEY rebrand_one_at_a_time (tenant_id, template_id, running),
    CONSTRAINT rebrand_to FOREIGN KEY (tenant_id, template_id, template_version)
        REFERENCES design_template_version (tenant_id, template_id, number)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE rebrand_design (
    tenant_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    rebrand_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    design_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    outcome VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    changes INT NOT NULL,
    reason VARCHAR(1000) NOT NULL,
    settled_at DATETIME(6) NULL,
    PRIMARY KEY (tenant_id, rebrand_id, design_id),
    KEY rebrand_design_by_outcome (tenant_id, rebrand_id, outcome, design_id),
    CONSTRAINT rebrand_design_in FOREIGN KEY (tenant_id, rebrand_id) REFERENCES rebrand (tenant_id, id),
    CONSTRAINT rebrand_design_of FOREIGN KEY (tenant_id, design_id) REFERENCES design (tenant_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
