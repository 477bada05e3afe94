package io.cardloom.production.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.cardloom.production.CardOrderId;
import io.cardloom.production.RunId;
import io.cardloom.production.output.StepWatcher.Moment;
import io.cardloom.production.run.RunStage.World;
import io.cardloom.tenancy.isolation.TenantWork;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;

@SpringBootTest
@Import(RunStageBeans.class)
@RunTest
class RunFencesTest {

    @Autowired RunStage stage;
    @Autowired ProductionRuns runs;
    @Autowired RunStageBeans.Hook hook;
    @Autowired RunBook book;
    @Autowired RunRepository rows;
    @Autowired CardRepository cards;
    @Autowired TenantWork work;

    @Test
    void plansOneRunHoweverOftenAnOccurrenceFires() throws Exception {
        World world = stage.world();
        CardOrderId order = stage.order(world, 20);
        PlannedRun plan = stage.plan(world, order, world.toDevice(), 20);
        List<Optional<RunId>> answers = atOnce(8, () -> runs.plan(world.tenant(), plan));
        assertThat(new HashSet<>(answers)).hasSize(1);
        assertThat(runs.ofOrder(world.operator(), order)).hasSize(1);
        assertThat(runs.countCards(world.operator(), answers.getFirst().orElseThrow()))
                .isEqualTo(20);
    }

    @Test
    void givesNoCardholderTwoLiveCardsWhenSchedulesMeet() throws Exception {
        World world = stage.world();
        CardOrderId order = stage.order(world, 20);
        List<PlannedRun> plans = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            plans.add(stage.plan(world, order, world.toDevice(), 5));
        }
        ArrayList<PlannedRun> left = new ArrayList<>(plans);
        atOnce(
                6,
                () -> {
                    PlannedRun mine;
                    synchronized (left) {
                        mine = left.removeFirst();
                    }
                    return runs.plan(world.tenant(), mine);
                });
        Set<Integer> planned = new HashSet<>();
        for (ProductionRun run : runs.ofOrder(world.operator(), order)) {
            for (RunCard card : runs.cards(world.operator(), run.id(), 0, 100)) {
                assertThat(planned.add(card.rowNumber())).isTrue();
            }
        }
        assertThat(planned).hasSize(20);
    }

    @Test
    void letsTheDatabaseItselfRefuseASecondLiveCard() {
        World world = stage.world();
        RunId run = stage.planned(world, world.toDevice(), 2);
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () ->
                                work.run(
                                        world.tenant(),
                                        () -> {
                                            CardRow first =
                                                    cards.find(world.tenant(), run, 1)
                                                            .orElseThrow();
                                            CardRow twin = new CardRow();
                                            twin.id = CardId.next(stage.clock).value();
                                            twin.runId = first.runId;
                                            twin.number = 99;
                                            twin.preparedAs = 1;
                                            twin.orderId = first.orderId;
                                            twin.rowNumber = first.rowNumber;
                                            twin.is(CardState.PLANNED);
                                            cards.add(world.tenant(), List.of(twin));
                                        }))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void letsOneNodeAtATimeMakeCards() throws Exception {
        World world = stage.world();
        RunId run = stage.released(world, world.toDevice(), 10, 10);
        atOnce(4, () -> runs.advance(world.tenant(), run));
        assertThat(stage.rested(world, run).good()).isEqualTo(10);
        assertThat(stage.journal(world.deviceFolder())).hasSize(10);
    }

    @Test
    void leavesACardToAPersonWhenANodeThatSleptAnswersLate() throws Exception {
        World world = stage.world();
        RunId run = stage.released(world, world.toDevice(), 2, 2);
        hook.once(
                run,
                "personalize",
                Moment.AFTER_EFFECT,
                () -> {
                    // The node sleeps so long that its lease runs out, and another one looks.
                    work.run(
                            world.tenant(),
                            () ->
                                    book.locked(world.tenant(), run).leaseUntil =
                                            book.now().minusSeconds(1));
                    assertThat(runs.advance(world.tenant(), run)).isEmpty();
                });
        ProductionRun held = stage.rested(world, run);
        assertThat(held.state()).isEqualTo(RunState.ON_HOLD);
        RunCard card = runs.cards(world.operator(), run, 0, 10).getFirst();
        assertThat(card.state()).isEqualTo(CardState.UNKNOWN);
        assertThat(card.reason()).contains("The device answered late: Produced.");
        runs.resolve(world.operator(), run, 1, Resolution.PRODUCED, "it reads well");
        runs.resume(world.operator(), run);
        assertThat(stage.rested(world, run).good()).isEqualTo(2);
        assertThat(stage.journal(world.deviceFolder())).hasSize(2);
    }

    @Test
    void keepsALeaseWhileADeviceIsSlow() throws Exception {
        World world = stage.world();
        RunId run = stage.released(world, world.toDevice(), 1, 1);
        hook.once(
                run,
                "personalize",
                Moment.AFTER_INTENT,
                () -> {
                    pause(3_000); // longer than the lease of 2 s
                    assertThat(runs.advance(world.tenant(), run)).isPresent();
                });
        assertThat(stage.rested(world, run).state()).isEqualTo(RunState.PRODUCED);
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static <T> List<T> atOnce(int threads, Callable<T> what) throws Exception {
        CyclicBarrier gate = new CyclicBarrier(threads);
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                futures.add(
                        pool.submit(
                                () -> {
                                    gate.await();
                                    return what.call();
                                }));
            }
            List<T> answers = new ArrayList<>();
            for (Future<T> future : futures) {
                answers.add(future.get());
            }
            return answers;
        }
    }
}
