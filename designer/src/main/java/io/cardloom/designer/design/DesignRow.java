package io.cardloom.designer.design;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** A row of the designs; changed by the repository's own statements alone, never by dirtiness. */
@Entity
@Table(name = "design")
class DesignRow {

    @Id
    @Column(name = "id")
    String id = "";

    @TenantId
    @Column(name = "tenant_id")
    String tenantId = "";

    @Column(name = "program_id")
    String programId = "";

    @Column(name = "card_body_id")
    String cardBodyId = "";

    @Column(name = "name")
    String name = "";

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    DesignState state = DesignState.DRAFT;

    @Column(name = "number")
    long number;

    @Column(name = "digest")
    @Nullable String digest;

    @Column(name = "document")
    String document = "";

    @Column(name = "created_at")
    Instant createdAt = Instant.EPOCH;

    @Column(name = "changed_at")
    Instant changedAt = Instant.EPOCH;

    @Column(name = "changed_by")
    String changedBy = "";

    @Column(name = "template_id")
    @Nullable String templateId;

    @Column(name = "template_version")
    @Nullable Integer templateNumber;

    DesignId designId() {
        return new DesignId(id);
    }

    @Nullable Digest digestOrNull() {
        return digest == null ? null : new Digest(digest);
    }

    Optional<TemplateVersion> templateVersion() {
        return templateId == null || templateNumber == null
                ? Optional.empty()
                : Optional.of(new TemplateVersion(new TemplateId(templateId), templateNumber));
    }
}
