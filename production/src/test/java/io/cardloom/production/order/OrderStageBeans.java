package io.cardloom.production.order;

import io.cardloom.tenancy.isolation.TenantWork;
import java.time.Clock;
import org.springframework.context.annotation.Bean;

/** Imported by tests, never scanned. */
public class OrderStageBeans {

    @Bean
    OrderStage orderStage(TenantWork work, OrderRepository rows, Clock clock) {
        return new OrderStage(work, rows, clock);
    }
}
