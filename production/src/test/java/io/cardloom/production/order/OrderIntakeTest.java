package io.cardloom.production.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.cardloom.production.CardOrderId;
import io.cardloom.production.intake.IntakeAbandoned;
import io.cardloom.production.intake.form.RowError;
import io.cardloom.production.run.RunStage;
import io.cardloom.production.run.RunStage.World;
import io.cardloom.production.run.RunStageBeans;
import io.cardloom.tenancy.isolation.TenantWork;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;

@SpringBootTest(
        properties = {
            "cardloom.database.schema=runs",
            "cardloom.production.schedule.active=false",
            "cardloom.production.run.lease=2s",
            "cardloom.production.run.first-retry=10ms",
            "cardloom.production.run.longest-retry=100ms",
            "cardloom.production.run.acknowledgement-poll=5ms"
        })
@Import(RunStageBeans.class)
class OrderIntakeTest {

    @Autowired RunStage stage;
    @Autowired CardOrders orders;
    @Autowired OrderRepository rows;
    @Autowired TenantWork work;
    @Autowired ApplicationEventPublisher events;

    @Test
    void refusesAnOrderWhoseListWasBeingTakenInWhenItsProcessEnded() {
        World world = stage.world();
        CardOrderId taken = stage.order(world, 3);
        CardOrderId receiving = stage.order(world, 3);
        work.run(
                world.tenant(),
                () ->
                        rows.locked(world.tenant(), receiving).orElseThrow().state =
                                OrderState.RECEIVING);
        assertThat(orders.get(world.operator(), receiving).state().isOpen()).isFalse();
        for (CardOrderId order : new CardOrderId[] {taken, receiving}) {
            work.run(
                    world.tenant(),
                    () -> events.publishEvent(new IntakeAbandoned(world.tenant(), order)));
        }
        assertThat(orders.get(world.operator(), taken).state()).isEqualTo(OrderState.PLACED);
        assertThat(orders.get(world.operator(), receiving).state()).isEqualTo(OrderState.REFUSED);
        assertThat(orders.report(world.operator(), receiving).errors())
                .extracting(RowError::code)
                .containsExactly("INTAKE_INTERRUPTED");
    }
}
