package io.cardloom.production.mailer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** The PIN mailers of one program; its id is the program's. */
@Entity
@Table(name = "pin_mailer")
class PinMailerRow {

    @Id String id;

    @TenantId
    @Column(name = "tenant_id")
    String tenantId;

    /** Null when mailers were switched off again. */
    @Enumerated(EnumType.STRING)
    @Column(name = "block_format")
    @Nullable MailerBlock block;

    @Version
    @Column(name = "row_version")
    long rowVersion;

    @SuppressWarnings("NullAway.Init")
    protected PinMailerRow() {}

    PinMailerRow(String id, String tenantId) {
        this.id = id;
        this.tenantId = tenantId;
    }
}
