package io.cardloom.production.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.production.CardOrderId;
import io.cardloom.production.RunId;
import io.cardloom.production.ScheduleId;
import io.cardloom.production.document.DocumentProfile;
import io.cardloom.production.document.DocumentPrograms;
import io.cardloom.production.document.lds.GroupHash;
import io.cardloom.production.document.lds.LdsVersion;
import io.cardloom.production.document.mrz.MrzFormat;
import io.cardloom.production.order.CardOrders;
import io.cardloom.production.order.OrderState;
import io.cardloom.production.output.DestinationId;
import io.cardloom.production.run.ProductionRun;
import io.cardloom.production.run.ProductionRuns;
import io.cardloom.production.run.RunStage;
import io.cardloom.production.run.RunStage.World;
import io.cardloom.production.run.RunStageBeans;
import io.cardloom.production.run.RunState;
import io.cardloom.production.vault.Deposit;
import io.cardloom.production.vault.Deposits;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.refusal.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** With the scheduler at work, on its tables. */
@SpringBootTest(
        properties = {
            "cardloom.database.schema=schedules",
            "cardloom.production.schedule.poll=200ms",
            "cardloom.production.run.lease=2s"
        })
@Import(RunStageBeans.class)
class ProductionSchedulesTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Autowired RunStage stage;
    @Autowired ProductionSchedules schedules;
    @Autowired ProductionRuns runs;
    @Autowired CardOrders orders;
    @Autowired Occurrences occurrences;
    @Autowired Scheduler scheduler;
    @Autowired DocumentPrograms programs;
    @Autowired Deposits deposits;

    World world;

    @BeforeEach
    void aWorld() {
        world = stage.world();
    }

    @Test
    void keepsItsTriggersInTheDatabaseForAllNodes() throws Exception {
        assertThat(scheduler.getMetaData().isJobStoreClustered()).isTrue();
        assertThat(scheduler.getMetaData().isJobStoreSupportsPersistence()).isTrue();
    }

    @Test
    void plansARunAtItsTimeAndMovesItWhenItIsReleased() throws Exception {
        CardOrderId order = stage.order(world, 3);
        ScheduleId schedule =
                schedules.schedule(
                        world.approver(), order, world.toDevice(), new Timing.Once(Instant.EPOCH));
        until(() -> !planned(order).isEmpty());
        until(() -> listed(order).ended());
        ProductionRun run = planned(order).getFirst();
        assertThat(run.state()).isEqualTo(RunState.PLANNED);
        assertThat(scheduler.checkExists(JobKey.jobKey("plan " + schedule))).isFalse();

        runs.release(world.operator(), run.id(), 3);
        until(() -> runs.get(world.operator(), run.id()).state() == RunState.PRODUCED);
        assertThat(stage.journal(world.deviceFolder())).hasSize(3);
        assertThat(scheduler.checkExists(JobKey.jobKey("advance " + run.id()))).isFalse();
    }

    @Test
    void takesSoManyCardsEachTimeUntilNobodyIsLeft() {
        CardOrderId order = stage.order(world, 5);
        ScheduleId schedule = repeating(order, "0 30 6 ? * MON-FRI", 2);
        assertThat(listed(order).next()).isNotNull();
        Instant monday = Instant.parse("2027-02-01T05:30:00Z");
        for (int day = 0; day < 3; day++) {
            assertThat(fired(schedule, monday.plus(Duration.ofDays(day)))).isPresent();
        }
        assertThat(planned(order)).extracting(ProductionRun::cards).containsExactly(2, 2, 1);
        assertThat(orders.get(world.operator(), order).state()).isEqualTo(OrderState.IN_PRODUCTION);
        assertThat(fired(schedule, monday.plus(Duration.ofDays(3)))).isEmpty();
        assertThat(listed(order).ended()).isTrue();
        assertThat(listed(order).next()).isNull();
    }

    @Test
    void countsAnHourThatComesTwiceOnce() {
        CardOrderId order = stage.order(world, 4);
        ScheduleId schedule = repeating(order, "0 30 2 * * ?", 2);
        Optional<RunId> summer = fired(schedule, Instant.parse("2027-10-31T00:30:00Z"));
        Optional<RunId> winter = fired(schedule, Instant.parse("2027-10-31T01:30:00Z"));
        assertThat(summer).isPresent().isEqualTo(winter);
        assertThat(planned(order)).hasSize(1);
    }

    @Test
    void firesNoMoreOnceItIsEnded() {
        CardOrderId order = stage.order(world, 1);
        ScheduleId schedule = repeating(order, "0 30 2 * * ?", 1);
        schedules.end(world.approver(), schedule);
        assertThat(fired(schedule, Instant.parse("2027-10-31T00:30:00Z"))).isEmpty();
        assertThat(listed(order).ended()).isTrue();
    }

    @Test
    void refusesWhatItCannotKeep() {
        CardOrderId order = stage.order(world, 1);
        refused(() -> repeating(order, "every morning", 1), "SCHEDULE_CRON_WRONG");
        refused(() -> repeating(order, "* 30 6 * * ?", 1), "SCHEDULE_TOO_OFTEN");
        refused(() -> repeating(order, "0/5 30 6 * * ?", 1), "SCHEDULE_TOO_OFTEN");
        refused(() -> repeating(order, "0 30 6 * * ?", 0), "SCHEDULE_CARDS_WRONG");
        Timing once = new Timing.Once(Instant.EPOCH);
        refused(
                () -> schedules.schedule(world.operator(), order, world.toDevice(), once),
                "PERMISSION_MISSING");
        refused(
                () ->
                        schedules.schedule(
                                world.approver(), order, DestinationId.next(stage.clock()), once),
                "NOT_FOUND");
        World stranger = stage.world();
        refused(
                () -> schedules.schedule(stranger.approver(), order, stranger.toDevice(), once),
                "NOT_FOUND");
        runs.closeOrder(world.operator(), order, "the partner takes none");
        refused(
                () -> schedules.schedule(world.approver(), order, world.toDevice(), once),
                "SCHEDULE_ORDER_CLOSED");
    }

    @Test
    void sendsIdentityDocumentsToNoDevice() throws Exception {
        CardOrderId order = stage.order(world, 1);
        schedules.schedule(
                world.approver(), order, world.toDevice(), new Timing.Once(Instant.EPOCH));
        until(() -> !planned(order).isEmpty());
        makeDocuments(order);
        refused(
                () ->
                        schedules.schedule(
                                world.approver(),
                                order,
                                world.toDevice(),
                                new Timing.Once(Instant.EPOCH)),
                "DOCUMENTS_NEED_BUREAU");
        stage.schedule(world, order, world.toBureau());
        RunId early = planned(order).getFirst().id();
        runs.release(world.operator(), early, 1);
        until(() -> runs.get(world.operator(), early).state() == RunState.ON_HOLD);
        assertThat(runs.get(world.operator(), early).reason()).contains("bureau");
    }

    /** As if the order's list had been one of documents. */
    private void makeDocuments(CardOrderId order) {
        programs.carry(
                Actor.system(world.tenant(), "the stage"),
                world.program(),
                new DocumentProfile(
                        MrzFormat.TD1, LdsVersion.V1_8, GroupHash.SHA_256, true, null, null),
                false,
                null);
        String version = programs.inForce(world.tenant(), world.program()).orElseThrow().id();
        Deposit list = deposits.begin(world.tenant(), order, world.program(), version);
        deposits.stage(list, "");
        deposits.accept(list);
    }

    private ScheduleId repeating(CardOrderId order, String cron, int cards) {
        return schedules.schedule(
                world.approver(),
                order,
                world.toDevice(),
                new Timing.Repeating(cron, BERLIN, cards));
    }

    private Optional<RunId> fired(ScheduleId schedule, Instant at) {
        return occurrences.fire(world.tenant(), schedule, at);
    }

    private List<ProductionRun> planned(CardOrderId order) {
        return runs.ofOrder(world.operator(), order);
    }

    private ProductionSchedule listed(CardOrderId order) {
        return schedules.ofOrder(world.operator(), order).getFirst();
    }

    private static void until(BooleanSupplier reached) throws InterruptedException {
        for (int i = 0; i < 300 && !reached.getAsBoolean(); i++) {
            Thread.sleep(100);
        }
        assertThat(reached.getAsBoolean()).isTrue();
    }

    private static void refused(ThrowingCallable what, String code) {
        AbstractThrowableAssert<?, ?> refusal =
                assertThatThrownBy(what).isInstanceOf(Refusal.class);
        refusal.extracting(r -> ((Refusal) r).code()).isEqualTo(code);
    }
}
