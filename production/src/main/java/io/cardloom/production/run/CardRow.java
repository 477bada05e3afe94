package io.cardloom.production.run;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;

/** A card of a run as it is stored. */
@Entity
@Table(name = "run_card")
@NullUnmarked
class CardRow {

    @Id String id;

    @TenantId
    @Column(name = "tenant_id")
    String tenantId;

    @Column(name = "run_id")
    String runId;

    int number;

    /** The number under which its data were prepared: its own, or that of the card it replaces. */
    @Column(name = "prepared_as")
    int preparedAs;

    @Column(name = "order_id")
    String orderId;

    @Column(name = "row_no")
    int rowNumber;

    /** The row number while the card is live, else null. */
    @Column(name = "live_row")
    Integer liveRow;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    CardState state;

    String reason;
    String evidence;

    @Column(name = "replaces_id")
    String replacesId;

    @Version long version;

    void is(CardState now) {
        state = now;
        liveRow = now.live() ? rowNumber : null;
    }
}
