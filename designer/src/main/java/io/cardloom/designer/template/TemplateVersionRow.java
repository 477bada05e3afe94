package io.cardloom.designer.template;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/** A row of the templates' versions; written once. */
@Entity
@Immutable
@Table(name = "design_template_version")
@IdClass(TemplateVersionRow.Key.class)
class TemplateVersionRow {

    /** A version is named by its template and its number. */
    record Key(String templateId, int number) implements Serializable {}

    @Id
    @Column(name = "template_id")
    String templateId = "";

    @Id
    @Column(name = "number")
    int number;

    @TenantId
    @Column(name = "tenant_id")
    String tenantId = "";

    @Column(name = "document")
    String document = "";

    @Column(name = "published_at")
    Instant publishedAt = Instant.EPOCH;

    @Column(name = "published_by")
    String publishedBy = "";
}
