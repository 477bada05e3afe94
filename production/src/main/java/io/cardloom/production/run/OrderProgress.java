package io.cardloom.production.run;

import io.cardloom.production.CardOrderId;
import io.cardloom.production.order.CardOrders;
import io.cardloom.production.order.OrderState;
import io.cardloom.tenancy.tenant.TenantId;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells an order how far its runs have brought it. */
@Component
class OrderProgress {

    private final RunRepository runs;
    private final CardRepository cards;
    private final CardOrders orders;

    OrderProgress(RunRepository runs, CardRepository cards, CardOrders orders) {
        this.runs = runs;
        this.cards = cards;
        this.orders = orders;
    }

    /** After a run was closed; answers where the order is now. */
    OrderState settled(RunRow closed) {
        TenantId tenant = new TenantId(closed.tenantId);
        CardOrderId order = new CardOrderId(closed.orderId);
        int wanted = orders.lock(tenant, order).cards();
        OrderState state;
        if (hasOpenRuns(tenant, order, closed.id)) {
            state = OrderState.IN_PRODUCTION;
        } else if (cards.produced(tenant, order) == wanted) {
            state = OrderState.COMPLETED;
        } else {
            state = OrderState.PLACED;
        }
        orders.settle(tenant, order, state);
        return state;
    }

    boolean hasOpenRuns(TenantId tenant, CardOrderId order, String except) {
        return runs.ofOrder(tenant, order).stream()
                .anyMatch(r -> !r.state.closed() && !r.id.equals(except));
    }

    /** When a run of the order changed last; empty when it has none. */
    Optional<Instant> touched(TenantId tenant, CardOrderId order) {
        return runs.touched(tenant, order);
    }
}
