package io.cardloom.designer.template;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.TenantId;

/** A row of the templates; changed by the repository's own statements alone. */
@Entity
@Table(name = "design_template")
class TemplateRow {

    @Id
    @Column(name = "id")
    String id = "";

    @TenantId
    @Column(name = "tenant_id")
    String tenantId = "";

    @Column(name = "master_design_id")
    String masterId = "";

    @Column(name = "card_body_id")
    String cardBodyId = "";

    @Column(name = "name")
    String name = "";

    @Column(name = "latest")
    int latest;

    @Column(name = "published_at")
    Instant publishedAt = Instant.EPOCH;

    @Column(name = "published_by")
    String publishedBy = "";
}
