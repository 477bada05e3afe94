package io.cardloom.production.order;

import io.cardloom.production.CardOrderId;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.program.ProgramId;
import io.cardloom.tenancy.tenant.TenantId;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** Puts orders on the stage of tests that are about what comes after them. */
public final class OrderStage {

    private final TenantWork work;
    private final OrderRepository rows;
    private final Clock clock;

    OrderStage(TenantWork work, OrderRepository rows, Clock clock) {
        this.work = work;
        this.rows = rows;
        this.clock = clock;
    }

    /** An order that was placed, of so many cardholders. */
    public CardOrderId placed(TenantId tenant, ProgramId program, String digest, int cards) {
        OrderRow row = new OrderRow();
        row.id = CardOrderId.next(clock).value();
        row.programId = program.value();
        row.digest = digest;
        row.name = "An order of " + cards;
        row.cards = cards;
        row.state = OrderState.PLACED;
        row.report =
                "{\"rows\":"
                        + cards
                        + ",\"accepted\":"
                        + cards
                        + ",\"errorCount\":0,\"errors\":[],\"noticeCount\":0,\"notices\":[]}";
        row.placedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        row.placedBy = "the stage";
        work.run(tenant, () -> rows.add(tenant, row));
        return new CardOrderId(row.id);
    }
}
