package io.cardloom.designer.template;

import io.cardloom.designer.design.TemplateId;
import io.cardloom.designer.design.TemplateVersion;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Role;
import io.cardloom.tenancy.tenant.OrganizationId;
import io.cardloom.tenancy.tenant.PersonId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** A row of the rebrands; changed by the repository's own statements alone. */
@Entity
@Table(name = "rebrand")
class RebrandRow {

    @Id
    @Column(name = "id")
    String id = "";

    @TenantId
    @Column(name = "tenant_id")
    String tenantId = "";

    @Column(name = "template_id")
    String templateId = "";

    @Column(name = "template_version")
    int number;

    @Column(name = "person_id")
    String personId = "";

    @Column(name = "organization_id")
    String organizationId = "";

    @Column(name = "person_name")
    String personName = "";

    @Column(name = "roles")
    String roles = "";

    @Column(name = "started_at")
    Instant startedAt = Instant.EPOCH;

    @Column(name = "finished_at")
    @Nullable Instant finishedAt;

    /** "Y" while it runs, else null: a template has one that runs. */
    @Column(name = "running")
    @Nullable String running = "Y";

    TemplateVersion version() {
        return new TemplateVersion(new TemplateId(templateId), number);
    }

    /** Who started it, with the rights she had then. */
    Actor actor() {
        return new Actor(
                new io.cardloom.tenancy.tenant.TenantId(tenantId),
                new PersonId(personId),
                new OrganizationId(organizationId),
                personName,
                Arrays.stream(roles.split(",")).map(Role::valueOf).collect(Collectors.toSet()),
                "rebrand " + id);
    }
}
