-- A report and a proof are of a revision of the same tenant.
ALTER TABLE preflight_report
    ADD CONSTRAINT preflight_report_of FOREIGN KEY (tenant_id, digest) REFERENCES design_revision (tenant_id, digest);
ALTER TABLE proof
    ADD CONSTRAINT proof_of FOREIGN KEY (tenant_id, digest) REFERENCES design_revision (tenant_id, digest);
