-- People stand outside tenants: one person may work for several issuers' partners.
CREATE TABLE person (
  id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name VARCHAR(200) NOT NULL,
  email VARCHAR(254) NOT NULL,
  first_seen_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- identity_key is SHA-256 of issuer, line feed, subject: compared exactly, byte for byte.
CREATE TABLE external_identity (
  identity_key CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  issuer_key CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  issuer VARCHAR(500) NOT NULL,
  subject VARCHAR(255) NOT NULL,
  person_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (identity_key),
  KEY external_identity_person (person_id),
  KEY external_identity_issuer (issuer_key),
  CONSTRAINT external_identity_of_person FOREIGN KEY (person_id) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE membership (
  tenant_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  person_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  organization_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  roles VARCHAR(300) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  granted_at DATETIME(6) NOT NULL,
  version BIGINT NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE KEY membership_once (tenant_id, person_id, organization_id),
  KEY membership_organization (tenant_id, organization_id),
  CONSTRAINT membership_in_organization FOREIGN KEY (tenant_id, organization_id)
    REFERENCES organization (tenant_id, id),
  CONSTRAINT membership_of_person FOREIGN KEY (person_id) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- In which tenants to look for a person's memberships; says nothing else.
CREATE TABLE membership_directory (
  membership_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  person_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  tenant_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (membership_id),
  KEY membership_directory_person (person_id),
  CONSTRAINT membership_directory_entry FOREIGN KEY (tenant_id, membership_id)
    REFERENCES membership (tenant_id, id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE invitation (
  tenant_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  organization_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  email VARCHAR(254) NOT NULL,
  roles VARCHAR(300) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  token_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  invited_at DATETIME(6) NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  accepted_at DATETIME(6) NULL,
  accepted_by VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NULL,
  version BIGINT NOT NULL,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT invitation_to_organization FOREIGN KEY (tenant_id, organization_id)
    REFERENCES organization (tenant_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE identity_provider (
  tenant_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name VARCHAR(200) NOT NULL,
  issuer VARCHAR(500) NOT NULL,
  client_id VARCHAR(255) NOT NULL,
  client_secret VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  authorization_endpoint VARCHAR(500) NOT NULL,
  token_endpoint VARCHAR(500) NOT NULL,
  keys_endpoint VARCHAR(500) NOT NULL,
  user_info_endpoint VARCHAR(500) NULL,
  end_session_endpoint VARCHAR(500) NULL,
  version BIGINT NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE KEY identity_provider_one (tenant_id),
  CONSTRAINT identity_provider_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- Which tenant's provider an iss belongs to: one issuer, one tenant.
CREATE TABLE identity_provider_directory (
  issuer_key CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  tenant_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (issuer_key),
  UNIQUE KEY identity_provider_directory_tenant (tenant_id),
  CONSTRAINT identity_provider_directory_of FOREIGN KEY (tenant_id) REFERENCES tenant (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
