-- An issuer's world. Not itself a tenant's data: the directory of tenants.
CREATE TABLE tenant (
  id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name VARCHAR(200) NOT NULL,
  skin VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  founded_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE organization (
  tenant_id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  kind VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name VARCHAR(200) NOT NULL,
  added_at DATETIME(6) NOT NULL,
  only_issuer CHAR(1) CHARACTER SET ascii COLLATE ascii_bin
    GENERATED ALWAYS AS (CASE WHEN kind = 'ISSUER' THEN 'Y' END) VIRTUAL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE KEY organization_one_issuer (tenant_id, only_issuer),
  UNIQUE KEY organization_name (tenant_id, name),
  CONSTRAINT organization_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
