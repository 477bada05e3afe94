package io.cardloom.production.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.production.RunId;
import io.cardloom.production.order.CardOrders;
import io.cardloom.production.order.OrderState;
import io.cardloom.production.output.Destination;
import io.cardloom.production.output.Destinations;
import io.cardloom.production.reconciliation.Reconciliations;
import io.cardloom.production.run.RunStage.World;
import io.cardloom.tenancy.audit.AuditRecord;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Role;
import io.cardloom.tenancy.refusal.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

@SpringBootTest
@Import(RunStageBeans.class)
@RunTest
class ProductionRunsTest {

    @Autowired RunStage stage;
    @Autowired ProductionRuns runs;
    @Autowired CardOrders orders;
    @Autowired Destinations destinations;
    @Autowired Reconciliations reconciliations;
    @Autowired AuditTrail audit;
    @Autowired StagedDesigns designs;
    @Autowired StagedData data;

    World world;

    @BeforeEach
    void aWorld() {
        world = stage.world();
    }

    @Test
    void bringsABureauRunFromThePlanToTheCount() throws Exception {
        RunId id = stage.released(world, world.toBureau(), 5, 7);
        ProductionRun sent = stage.reached(world, id, RunState.HANDED_OVER);
        assertThat(stage.journal(world.bureauFolder()))
                .containsExactly(sent.packageName() + " 5 7");
        assertThat(Files.readString(world.bureauFolder().resolve(sent.packageName() + ".package")))
                .isEqualTo("1,1\n2,2\n3,3\n4,4\n5,5\n");

        stage.acknowledge(world, sent, List.of(2));
        ProductionRun made = stage.rested(world, id);
        assertThat(made.state()).isEqualTo(RunState.PRODUCED);
        assertThat(List.of(made.good(), made.spoiled(), made.unknown())).containsExactly(4, 1, 0);
        assertThat(states(id))
                .containsExactly(
                        CardState.PRODUCED,
                        CardState.SPOILED,
                        CardState.PRODUCED,
                        CardState.PRODUCED,
                        CardState.PRODUCED);

        refused(() -> runs.reconcile(world.operator(), id, 1), "RECONCILE_DOES_NOT_BALANCE");
        assertThat(runs.reconcile(world.operator(), id, 2).state()).isEqualTo(RunState.RECONCILED);
        assertThat(orders.get(world.operator(), made.order()).state()).isEqualTo(OrderState.PLACED);
        assertThat(data.has("purged " + made.order())).isFalse();
        assertThat(data.has("discarded " + id)).isTrue();
    }

    @Test
    void makesTheSpoiledCardsOfABureauInAnotherRunAndThenPurges() throws Exception {
        RunId first = stage.released(world, world.toBureau(), 3, 3);
        ProductionRun sent = stage.reached(world, first, RunState.HANDED_OVER);
        stage.acknowledge(world, sent, List.of(3));
        stage.rested(world, first);
        runs.reconcile(world.operator(), first, 0);

        RunId second =
                runs.plan(world.tenant(), stage.plan(world, sent.order(), world.toDevice(), 10))
                        .orElseThrow();
        RunCard remake = runs.cards(world.operator(), second, 0, 10).getFirst();
        assertThat(remake.rowNumber()).isEqualTo(3);
        assertThat(remake.replaces()).isNull();
        assertThat(remake.replacesCard())
                .isEqualTo(runs.cards(world.operator(), first, 2, 1).getFirst().id());
        runs.release(world.operator(), second, 1);
        assertThat(stage.rested(world, second).good()).isEqualTo(1);
        runs.reconcile(world.operator(), second, 0);

        assertThat(orders.get(world.operator(), sent.order()).state())
                .isEqualTo(OrderState.COMPLETED);
        assertThat(data.has("purged " + sent.order())).isTrue();
        assertThat(reconciliations.find(world.operator(), second).orElseThrow().purgedKey())
                .isEqualTo("D4E5F6");
        Actor auditor = stage.person(world.tenant(), world.issuer(), "Aud", Role.AUDITOR);
        assertThat(audit.story(auditor, sent.digest().hex64()))
                .extracting(AuditRecord::action)
                .containsSubsequence(
                        "run.scheduled",
                        "run.planned",
                        "run.released",
                        "run.prepared",
                        "run.handed-over",
                        "run.acknowledged",
                        "run.reconciled",
                        "run.planned",
                        "run.released",
                        "run.prepared",
                        "run.personalized",
                        "run.reconciled",
                        "order.purged");
    }

    @Test
    void makesOneCardAfterTheOtherAtADeviceAndRemakesWhatItSpoils() throws Exception {
        stage.script(world, "2 spoiled");
        RunId id = stage.released(world, world.toDevice(), 3, 4);
        ProductionRun made = stage.rested(world, id);
        assertThat(made.state()).isEqualTo(RunState.PRODUCED);
        assertThat(List.of(made.good(), made.spoiled())).containsExactly(3, 1);
        assertThat(stage.journal(world.deviceFolder()))
                .extracting(l -> l.split(" ", -1)[1] + " as " + l.split(" ", -1)[2])
                .containsExactly("1 as 1", "2 as 2", "3 as 3", "4 as 2");
        List<RunCard> cards = runs.cards(world.operator(), id, 0, 10);
        assertThat(cards.get(3).replaces()).isEqualTo(2);
        assertThat(cards.get(3).rowNumber()).isEqualTo(2);
        assertThat(runs.reconcile(world.operator(), id, 0).left()).isZero();
    }

    @Test
    void remakesNothingWhenNoPlasticIsLeft() throws Exception {
        stage.script(world, "1 spoiled");
        RunId id = stage.released(world, world.toDevice(), 2, 2);
        ProductionRun made = stage.rested(world, id);
        assertThat(List.of(made.good(), made.spoiled())).containsExactly(1, 1);
        refused(() -> runs.remake(world.operator(), id, 1, "once more"), "REMAKE_NO_STOCK");
    }

    @Test
    void leavesACardInDoubtToAPersonWhoFindsItGood() throws Exception {
        stage.script(world, "2 lost");
        RunId id = stage.released(world, world.toDevice(), 3, 3);
        ProductionRun held = stage.rested(world, id);
        assertThat(held.state()).isEqualTo(RunState.ON_HOLD);
        assertThat(held.unknown()).isEqualTo(1);
        assertThat(held.reason()).contains("card 2");
        refused(() -> runs.resume(world.operator(), id), "RUN_CARDS_IN_DOUBT");
        refused(() -> runs.cancel(world.operator(), id, "enough"), "RUN_CARDS_IN_DOUBT");
        refused(
                () -> runs.resolve(world.operator(), id, 1, Resolution.PRODUCED, "it is there"),
                "CARD_NOT_IN_DOUBT");
        refused(
                () -> runs.resolve(world.operator(), id, 2, Resolution.PRODUCED, " "),
                "REASON_REQUIRED");
        runs.resolve(world.operator(), id, 2, Resolution.PRODUCED, "it reads well");
        runs.resume(world.operator(), id);
        assertThat(stage.rested(world, id).good()).isEqualTo(3);
        assertThat(stage.journal(world.deviceFolder())).hasSize(3);
    }

    @Test
    void replacesADestroyedCardAndTakesADriversBugForDoubt() throws Exception {
        stage.script(world, "1 broken");
        RunId id = stage.released(world, world.toDevice(), 2, 3);
        assertThat(stage.rested(world, id).unknown()).isEqualTo(1);
        runs.resolve(world.operator(), id, 1, Resolution.DESTROYED, "cut in two");
        runs.resume(world.operator(), id);
        ProductionRun made = stage.rested(world, id);
        assertThat(List.of(made.good(), made.destroyed(), made.unknown())).containsExactly(2, 1, 0);
        assertThat(runs.reconcile(world.operator(), id, 0).state()).isEqualTo(RunState.RECONCILED);
    }

    @Test
    void holdsWhenADeviceRefusesACardAndGoesOnWithoutIt() throws Exception {
        stage.script(world, "1 refused");
        RunId id = stage.released(world, world.toDevice(), 2, 2);
        assertThat(stage.rested(world, id).state()).isEqualTo(RunState.ON_HOLD);
        runs.resume(world.operator(), id);
        assertThat(stage.rested(world, id).state()).isEqualTo(RunState.PRODUCED);
        refused(() -> runs.remake(world.operator(), id, 2, "why not"), "CARD_NEEDS_NO_REMAKE");
        assertThat(runs.remake(world.operator(), id, 1, "mended").number()).isEqualTo(3);
        assertThat(stage.rested(world, id).good()).isEqualTo(2);
    }

    @Test
    void waitsWhenADeviceDefersOrDoesNotAnswer() throws Exception {
        stage.script(world, "1 deferred");
        Path dead = Files.createFile(world.deviceFolder().resolve("dead"));
        RunId id = stage.released(world, world.toDevice(), 2, 2);
        assertThat(runs.advance(world.tenant(), id)).isPresent();
        assertThat(runs.get(world.operator(), id).reason()).contains("the line is dead");
        Files.delete(dead);
        ProductionRun made = stage.rested(world, id);
        assertThat(List.of(made.good(), made.spoiled())).containsExactly(2, 0);
        assertThat(stage.journal(world.deviceFolder())).hasSize(2);
    }

    @Test
    void holdsAfterThreeSpoiledCardsInARow() throws Exception {
        stage.script(world, "1 spoiled", "2 spoiled", "3 spoiled");
        RunId id = stage.released(world, world.toDevice(), 4, 9);
        ProductionRun held = stage.rested(world, id);
        assertThat(held.state()).isEqualTo(RunState.ON_HOLD);
        assertThat(held.reason()).startsWith("3 cards in a row were spoiled");
        assertThat(runs.cancel(world.operator(), id, "the head is worn").state())
                .isEqualTo(RunState.PRODUCED);
        assertThat(runs.reconcile(world.operator(), id, 6).state()).isEqualTo(RunState.RECONCILED);
        assertThat(stage.journal(world.deviceFolder())).hasSize(3);
        runs.closeOrder(world.operator(), held.order(), "the partner takes no more");
        assertThat(data.has("purged " + held.order())).isTrue();
        refused(() -> runs.closeOrder(world.operator(), held.order(), "again"), "ORDER_CLOSED");
    }

    @Test
    void triesAnUnreachableBureauAgainUnderTheSameName() throws Exception {
        Path outage = Files.createFile(world.bureauFolder().resolve("unreachable"));
        RunId id = stage.released(world, world.toBureau(), 2, 2);
        for (int i = 0; i < 5; i++) {
            assertThat(runs.advance(world.tenant(), id)).isPresent();
            Thread.sleep(20);
        }
        ProductionRun waiting = runs.get(world.operator(), id);
        assertThat(waiting.state()).isEqualTo(RunState.HANDING_OVER);
        assertThat(waiting.reason()).contains("no line");
        Files.delete(outage);
        Path bug = Files.createFile(world.bureauFolder().resolve("failing"));
        Thread.sleep(200);
        assertThat(runs.advance(world.tenant(), id)).isPresent();
        Files.delete(bug);
        assertThat(stage.reached(world, id, RunState.HANDED_OVER).reason()).isNull();
        assertThat(stage.journal(world.bureauFolder())).hasSize(1);
        refused(() -> runs.remake(world.operator(), id, 1, "?"), "REMAKE_AT_BUREAU");
        runs.hold(world.operator(), id, "wait");
        refused(() -> runs.cancel(world.operator(), id, "stop"), "RUN_AT_BUREAU");
    }

    @Test
    void holdsWhatABureauRejectsAndMayThenCancelIt() throws Exception {
        Files.createFile(world.bureauFolder().resolve("rejecting"));
        RunId id = stage.released(world, world.toBureau(), 2, 2);
        ProductionRun held = stage.rested(world, id);
        assertThat(held.state()).isEqualTo(RunState.ON_HOLD);
        assertThat(held.reason()).isEqualTo("The bureau does not take the package: wrong format");
        refused(() -> runs.closeOrder(world.operator(), held.order(), "no"), "ORDER_HAS_OPEN_RUNS");
        assertThat(runs.cancel(world.operator(), id, "wrong bureau").state())
                .isEqualTo(RunState.CANCELLED);
        assertThat(orders.get(world.operator(), held.order()).state()).isEqualTo(OrderState.PLACED);
        assertThat(runs.plan(world.tenant(), stage.plan(world, held.order(), world.toDevice(), 9)))
                .isPresent();
    }

    @Test
    void holdsAnAcknowledgementThatDoesNotAddUp() throws Exception {
        RunId id = stage.released(world, world.toBureau(), 3, 4);
        ProductionRun sent = stage.reached(world, id, RunState.HANDED_OVER);
        for (String wrong :
                List.of(
                        "good=3\nspoiled=0\nleft=0\n",
                        "good=2\nspoiled=0\nleft=2\n",
                        "good=2\nspoiled=1\nleft=1\nnumbers=9\n",
                        "good=1\nspoiled=2\nleft=1\nnumbers=1,1\n",
                        "good=2\nspoiled=0\nleft=2\nnumbers=1\n",
                        "name=run_01KAB3CDEFGHJKMNPQRSTVWXYZ-"
                                + "0".repeat(32)
                                + "\ngood=3\nspoiled=0\nleft=1\n",
                        "forged=yes\n")) {
            stage.say(world, sent, wrong);
            ProductionRun held = stage.rested(world, id);
            assertThat(held.state()).as(wrong).isEqualTo(RunState.ON_HOLD);
            assertThat(held.good()).isZero();
            runs.resume(world.operator(), id);
        }
        stage.acknowledge(world, sent, List.of());
        assertThat(stage.rested(world, id).good()).isEqualTo(3);
    }

    @Test
    void refusesReleaseByThePersonWhoApproved() {
        RunId id = stage.planned(world, world.toDevice(), 1);
        designs.approvers.add(world.operator().requirePerson());
        refused(() -> runs.release(world.operator(), id, 1), "RELEASE_BY_APPROVER");
        designs.approvers.clear();
        assertThat(runs.release(world.operator(), id, 1).releasedBy()).isEqualTo("Olga");
    }

    @Test
    void refusesReleaseWithoutStockApprovalOrPermission() {
        RunId id = stage.planned(world, world.toDevice(), 3);
        refused(() -> runs.release(world.operator(), id, 2), "RELEASE_STOCK_TOO_LOW");
        refused(() -> runs.release(world.approver(), id, 3), "PERMISSION_MISSING");
        refused(
                () -> runs.release(Actor.system(world.tenant(), "Cardloom"), id, 3),
                "PERSON_REQUIRED");
        String digest = runs.get(world.operator(), id).digest().hex64();
        designs.voided.add(digest);
        refused(() -> runs.release(world.operator(), id, 3), "RELEASE_APPROVAL_VOID");
        designs.voided.remove(digest);
        runs.release(world.operator(), id, 3);
        refused(() -> runs.release(world.operator(), id, 3), "RUN_STATE");
        refused(() -> runs.reconcile(world.operator(), id, 3), "RUN_STATE");
        refused(() -> runs.hold(world.operator(), id, ""), "REASON_REQUIRED");
    }

    @Test
    void sendsNothingThatIsNotWhatWasReleased() throws Exception {
        RunId toBureau = stage.released(world, world.toBureau(), 2, 2);
        Destination elsewhere = destinations.get(world.tenant(), world.toBureau());
        destinations.configure(
                world.administrator(),
                new Destination(
                        elsewhere.id(),
                        elsewhere.name(),
                        elsewhere.channel(),
                        elsewhere.driver(),
                        elsewhere.bureau(),
                        Map.of("folder", stage.made("elsewhere").toString())));
        ProductionRun held = stage.rested(world, toBureau);
        assertThat(held.state()).isEqualTo(RunState.ON_HOLD);
        assertThat(held.reason()).isEqualTo(SealBroken.SENTENCE);
        assertThat(stage.journal(stage.made("elsewhere"))).isEmpty();

        RunId toDevice = stage.released(world, world.toDevice(), 2, 2);
        designs.moved.add(runs.get(world.operator(), toDevice).digest().hex64());
        assertThat(stage.rested(world, toDevice).reason()).isEqualTo(SealBroken.SENTENCE);
        assertThat(stage.journal(world.deviceFolder())).isEmpty();
    }

    @Test
    void holdsWhatCannotBePrepared() throws Exception {
        Path staged = stage.folder.resolve("staged");
        Path gone = Files.write(staged.resolve("unpreparable"), new byte[0]);
        RunId id = stage.released(world, world.toDevice(), 1, 1);
        assertThat(stage.rested(world, id).reason()).contains("The account data are purged.");
        Files.delete(gone);
        Path bug = Files.createFile(staged.resolve("faulty"));
        runs.resume(world.operator(), id);
        assertThat(stage.rested(world, id).reason()).contains("failed 6 times in a row");
        Files.delete(bug);
        runs.resume(world.operator(), id);
        assertThat(stage.rested(world, id).state()).isEqualTo(RunState.PRODUCED);
    }

    @Test
    void showsARunToItsBureauAndToNobodyElse() throws Exception {
        RunId id = stage.released(world, world.toBureau(), 1, 1);
        RunId other = stage.planned(world, world.toDevice(), 1);
        assertThat(runs.list(world.bureauOperator(), 0, 10))
                .extracting(ProductionRun::id)
                .containsExactly(id);
        assertThat(runs.count(world.operator())).isEqualTo(2);
        refused(() -> runs.get(world.bureauOperator(), other), "NOT_FOUND");
        World stranger = stage.world();
        refused(() -> runs.get(stranger.operator(), id), "NOT_FOUND");
        refused(() -> runs.release(stranger.operator(), id, 1), "NOT_FOUND");
        refused(() -> runs.cards(stranger.bureauOperator(), id, 0, 10), "NOT_FOUND");
        assertThat(runs.list(stranger.operator(), 0, 10)).isEmpty();
    }

    private List<CardState> states(RunId id) {
        return runs.cards(world.operator(), id, 0, 100).stream().map(RunCard::state).toList();
    }

    private static void refused(ThrowingCallable what, String code) {
        AbstractThrowableAssert<?, ?> refusal =
                assertThatThrownBy(what).isInstanceOf(Refusal.class);
        refusal.extracting(r -> ((Refusal) r).code()).isEqualTo(code);
    }
}
