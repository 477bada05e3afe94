package io.cardloom.production.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.production.CardOrderId;
import io.cardloom.production.dataprep.AccountPurges;
import io.cardloom.production.dataprep.PurgeCertificate;
import io.cardloom.production.order.CardOrders;
import io.cardloom.production.order.OrderState;
import io.cardloom.production.run.ProductionRuns;
import io.cardloom.production.run.RunStage;
import io.cardloom.production.run.RunStage.World;
import io.cardloom.production.run.RunStageBeans;
import io.cardloom.tenancy.audit.AuditFilter;
import io.cardloom.tenancy.audit.AuditRecord;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.program.Programs;
import io.cardloom.tenancy.refusal.Refusal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
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
@SuppressWarnings("NullAway.Init")
class RetentionTest {

    @Autowired RunStage stage;
    @Autowired Retentions retentions;
    @Autowired Programs programs;
    @Autowired CardOrders orders;
    @Autowired ProductionRuns runs;
    @Autowired AccountPurges purges;
    @Autowired AuditTrail trail;

    @Value("${cardloom.data.folder}")
    Path folder;

    World world;

    @BeforeEach
    void aWorld() {
        world = stage.world();
    }

    @Test
    void keepsAccountDataForThirtyDaysUnlessAnAdministratorSaysFewer() {
        assertThat(retentions.days(world.operator(), world.program())).isEqualTo(30);
        retentions.save(world.administrator(), world.program(), 7);
        retentions.save(world.administrator(), world.program(), 5);
        assertThat(retentions.days(world.operator(), world.program())).isEqualTo(5);
        for (int days : new int[] {0, -1, 31}) {
            refused(
                    "RETENTION_WRONG",
                    () -> retentions.save(world.administrator(), world.program(), days));
        }
        refused("PERMISSION_MISSING", () -> retentions.save(world.operator(), world.program(), 7));
        World stranger = stage.world();
        refused("NOT_FOUND", () -> retentions.save(stranger.administrator(), world.program(), 7));
        refused("NOT_FOUND", () -> retentions.days(stranger.operator(), world.program()));
    }

    @Test
    void closesAnOrderThatRestedForItsPeriodAndDestroysItsData() {
        retentions.save(world.administrator(), world.program(), 7);
        CardOrderId order = stage.order(world, 3);
        Instant due = retentions.due(world.operator(), order).orElseThrow();
        assertThat(due)
                .isEqualTo(orders.get(world.operator(), order).placedAt().plus(Duration.ofDays(7)));

        assertThat(after(Duration.ofDays(6)).tick(world.tenant())).isZero();
        assertThat(orders.get(world.operator(), order).state()).isEqualTo(OrderState.PLACED);
        assertThat(after(Duration.ofDays(8)).tick(world.tenant())).isEqualTo(1);
        assertThat(after(Duration.ofDays(8)).tick(world.tenant())).isZero();

        assertThat(orders.get(world.operator(), order).state()).isEqualTo(OrderState.COMPLETED);
        assertThat(folder.resolve("staged").resolve("purged " + order)).exists();
        assertThat(retentions.due(world.operator(), order)).isEmpty();
        assertThat(
                        trail
                                .page(
                                        Actor.system(world.tenant(), "Test"),
                                        new AuditFilter(
                                                null, null, order.value(), null, null, null),
                                        0,
                                        AuditTrail.PAGE)
                                .stream()
                                .map(AuditRecord::action))
                .contains("order.expired", "order.purged");
    }

    @Test
    void leavesAnOrderAloneWhileARunOfItIsOpenAndBeginsAnewWhenItEnds() {
        CardOrderId order = stage.order(world, 3);
        var run = runs.plan(world.tenant(), stage.plan(world, order)).orElseThrow();
        assertThat(after(Duration.ofDays(31)).tick(world.tenant())).isZero();
        runs.cancel(world.operator(), run, "not today");
        Instant due = retentions.due(world.operator(), order).orElseThrow();
        assertThat(due)
                .isAfter(orders.get(world.operator(), order).placedAt().plus(Duration.ofDays(30)));
        assertThat(runs.expire(world.tenant(), order, due.minus(Duration.ofDays(31)))).isFalse();
        assertThat(after(Duration.ofDays(31)).tick(world.tenant())).isEqualTo(1);
    }

    @Test
    void keepsTheCertificate() {
        CardOrderId order = stage.order(world, 2);
        assertThat(retentions.gone(world.operator(), order)).isEmpty();
        Instant at = Instant.parse("2026-11-22T17:00:00Z");
        purges.keep(
                world.operator(),
                null,
                "ab".repeat(32),
                new PurgeCertificate(order, 2, 1, "A1B2C3", at));
        assertThat(retentions.gone(world.operator(), order))
                .contains(new AccountsGone(2, 1, "A1B2C3", at));
        refused("NOT_FOUND", () -> retentions.gone(stage.world().operator(), order));
    }

    private RetentionClock after(Duration time) {
        return new RetentionClock(
                retentions, programs, orders, runs, Clock.offset(Clock.systemUTC(), time));
    }

    private static void refused(String code, ThrowingCallable wish) {
        assertThatThrownBy(wish)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
