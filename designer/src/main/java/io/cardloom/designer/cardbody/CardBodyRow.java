package io.cardloom.designer.cardbody;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.hibernate.annotations.TenantId;

/** The head of a card body: which version is the newest, and how many blanks are on hand. */
@Entity
@Table(name = "card_body")
class CardBodyRow {

    @Id String id;

    @TenantId
    @Column(name = "tenant_id")
    String tenantId;

    String name;

    @Column(name = "newest_version")
    int newestVersion;

    long stock;

    @Version
    @Column(name = "row_version")
    long rowVersion;

    @SuppressWarnings("NullAway.Init")
    protected CardBodyRow() {}

    CardBodyRow(String tenantId, CardBody body) {
        this.id = body.id().value();
        this.tenantId = tenantId;
        this.name = body.name();
        this.newestVersion = body.version();
        this.stock = body.stock();
    }
}
