package io.cardloom.designer.cardbody;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/** One version of a card body, written once. */
@Entity
@Immutable
@Table(name = "card_body_version")
class CardBodyVersionRow {

    @Id String id;

    @TenantId
    @Column(name = "tenant_id")
    String tenantId;

    @Column(name = "card_body_id")
    String cardBodyId;

    int version;

    String drawing;

    @Column(name = "configured_at")
    Instant configuredAt;

    @SuppressWarnings("NullAway.Init")
    protected CardBodyVersionRow() {}

    CardBodyVersionRow(String id, String tenantId, CardBody body, Instant configuredAt) {
        this.id = id;
        this.tenantId = tenantId;
        this.cardBodyId = body.id().value();
        this.version = body.version();
        this.drawing = CardBodyJson.write(body);
        this.configuredAt = configuredAt;
    }
}
