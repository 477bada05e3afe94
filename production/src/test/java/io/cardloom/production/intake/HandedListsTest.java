package io.cardloom.production.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.production.CardOrderId;
import io.cardloom.production.accountdata.AccountRecord;
import io.cardloom.production.accountdata.CardholderName;
import io.cardloom.production.accountdata.ExpiryDate;
import io.cardloom.production.accountdata.Pan;
import io.cardloom.production.accountdata.PanSequenceNumber;
import io.cardloom.production.accountdata.ServiceCode;
import io.cardloom.production.fixture.TestAccounts;
import io.cardloom.production.intake.form.BadRows;
import io.cardloom.production.intake.form.ListForm;
import io.cardloom.production.intake.form.ListForms;
import io.cardloom.production.key.store.DropKeys;
import io.cardloom.production.role.ProcessRole;
import io.cardloom.production.vault.AccountVault;
import io.cardloom.production.vault.Deposits;
import io.cardloom.tenancy.fixture.IssuerWorld;
import io.cardloom.tenancy.fixture.TwoIssuers;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.TenantId;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** Lists that one process takes from people and another one takes in. */
@SpringBootTest
@SuppressWarnings("NullAway.Init")
class HandedListsTest {

    @Autowired HandedRepository lists;
    @Autowired ListDesk desk;
    @Autowired IntakeSweep sweep;
    @Autowired ListTurns turns;
    @Autowired ListTaking taking;
    @Autowired Intake intake;
    @Autowired IntakeRepository rows;
    @Autowired DropBox box;
    @Autowired DropKeys keys;
    @Autowired AccountVault vault;
    @Autowired Deposits deposits;
    @Autowired ListForms forms;
    @Autowired TenantWork work;
    @Autowired TwoIssuers issuers;

    private final List<IntakeReport> settled = new ArrayList<>();

    @BeforeEach
    void allowPlainLists() {
        if (forms.current(a().administrator(), a().program()).number() == 0) {
            forms.save(a().administrator(), a().program(), 0, plain());
        }
    }

    @Test
    void takesAListInOnceAndDestroysItsKey() {
        byte[] csv = TestAccounts.csv(1_500);
        CardOrderId order = hand(csv);
        IntakeProgress waiting = intake.progress(a().approver(), order).orElseThrow();
        assertThat(waiting.waiting()).isTrue();
        assertThat(waiting.ofBytes()).isEqualTo(csv.length);
        byte[] piece = read(() -> lists.piece(tenant(), order, 1).orElseThrow());
        String sealed = new String(piece, StandardCharsets.ISO_8859_1);
        assertThat(sealed.length()).isGreaterThan(csv.length);
        for (String pan : TestAccounts.pans(csv)) {
            assertThat(sealed).doesNotContain(pan);
        }
        HandedListRow row = read(() -> lists.find(tenant(), order).orElseThrow());

        assertThat(take(order)).isTrue();

        assertThat(settled).singleElement().extracting(IntakeReport::accepted).isEqualTo(1_500);
        assertThat(vault.open(tenant(), order, numbers(1_500)).values())
                .extracting(r -> r.pan().digits())
                .containsExactlyElementsOf(TestAccounts.pans(csv));
        assertThat(read(() -> lists.find(tenant(), order))).isEmpty();
        assertThat(read(() -> lists.piece(tenant(), order, 1))).isEmpty();
        assertThat(keys.open(tenant(), row.keyId, order.value(), row.wrappedKey))
                .as("what a backup holds of it opens for nobody")
                .isEmpty();
        assertThat(take(order)).as("asked again there is nothing to do").isTrue();
        assertThat(settled).hasSize(1);
    }

    @Test
    void leavesAListToTheNextWhenItsTakerIsKilled() {
        byte[] csv = TestAccounts.csv(1_200);
        CardOrderId order = hand(csv);
        ListTurns.Turn.Mine killed = (ListTurns.Turn.Mine) turns.of(tenant(), order);
        ReceivedList half = opened(order, csv, killed.fence());
        taking.stage(tenant(), half);
        AccountRecord staged = record(TestAccounts.pans(csv).getFirst());
        assertThat(deposits.store(half.deposit(), List.of(staged), () -> {})).isEmpty();

        // Staged, and for nobody: not to be seen, and not to be made a second time.
        refused("NOT_FOUND", () -> vault.open(tenant(), order, List.of(1)));
        refused("NOT_FOUND", () -> vault.purge(tenant(), order));
        CardOrderId same = hand(firstRow(csv));
        assertThat(take(same)).isTrue();
        assertThat(settled.removeLast()).satisfies(r -> assertErrors(r, "DUPLICATE_IN_PROGRAM"));
        assertThat(take(order)).as("it may be alive").isFalse();
        fallSilent(order);
        assertThat(turns.of(tenant(), order)).isInstanceOf(ListTurns.Turn.Mine.class);
        // It was not killed but asleep: it changes nothing any more.
        refused("INTAKE_CANCELLED", () -> taking.take(system(), half, RowRule.NONE, settled::add));
        half.close();
        assertThat(settled).isEmpty();
        assertThat(intake.progress(a().approver(), order)).isPresent();
        fallSilent(order);
        assertThat(take(order)).isTrue();

        assertThat(settled).singleElement().extracting(IntakeReport::accepted).isEqualTo(1_200);
        assertThat(vault.open(tenant(), order, numbers(1_200)).values())
                .extracting(r -> r.pan().digits())
                .doesNotHaveDuplicates()
                .containsExactlyElementsOf(TestAccounts.pans(csv));
    }

    @Test
    void leavesAListToTheNextWhenItsProcessIsStoppedInOrder() {
        byte[] csv = TestAccounts.csv(1_200);
        CardOrderId order = hand(csv);
        AtomicInteger read = new AtomicInteger();
        RowRule stopping =
                record -> {
                    if (read.incrementAndGet() == 1_100) {
                        sweep.stop();
                    }
                    return List.of();
                };
        try {
            assertThatThrownBy(
                            () -> desk.handed.take(tenant(), order, () -> stopping, settled::add))
                    .isInstanceOf(IllegalStateException.class);
        } finally {
            sweep.start();
        }
        assertThat(settled).isEmpty();
        fallSilent(order);
        assertThat(take(order)).isTrue();
        assertThat(settled).singleElement().extracting(IntakeReport::accepted).isEqualTo(1_200);
    }

    @Test
    void givesUpAListAtWhichEveryTakerDies() {
        CardOrderId order = hand(TestAccounts.csv(3));
        for (int i = 1; i <= HandedLists.MOST_ATTEMPTS; i++) {
            assertThat(turns.of(tenant(), order)).isInstanceOf(ListTurns.Turn.Mine.class);
            fallSilent(order);
        }
        assertThat(take(order)).isTrue();
        assertThat(settled).singleElement().satisfies(r -> assertErrors(r, "INTAKE_INTERRUPTED"));
        assertThat(intake.progress(a().approver(), order)).isEmpty();
    }

    @Test
    void stopsAListThatWaitsWhenSomebodyCancelsIt() {
        CardOrderId order = hand(TestAccounts.csv(3));
        intake.cancel(a().approver(), order);
        assertThat(take(order)).isTrue();
        assertThat(settled).singleElement().satisfies(r -> assertThat(r.wasStopped()).isTrue());
        assertThat(read(() -> lists.find(tenant(), order))).isEmpty();
    }

    @Test
    void tellsInTheReportWhatOnlyAnOpenedListShows() {
        CardOrderId order = hand("pan,expiry,service_code,cardholder_name,pin\n1,2,3,4,5\n");
        assertThat(take(order)).isTrue();
        assertThat(settled)
                .singleElement()
                .satisfies(r -> assertErrors(r, "INTAKE_FORBIDDEN_DATA"));
    }

    @Test
    void saysSoWhenTheKeyOfAListIsGone() {
        CardOrderId order = hand(TestAccounts.csv(3));
        keys.destroy(tenant(), read(() -> lists.find(tenant(), order).orElseThrow()).keyId);
        assertThat(take(order)).isTrue();
        assertThat(settled).singleElement().satisfies(r -> assertErrors(r, "HAND_IN_KEY_GONE"));
    }

    @Test
    void refusesAtOnceWhatShowsWithoutOpening() {
        refused("PERMISSION_MISSING", () -> hand(a().operator(), ListUpload.plain(in("x"))));
        refused(
                "INTAKE_PLAIN",
                () ->
                        desk.handed.hand(
                                a().approver(),
                                a().otherProgram(),
                                order(),
                                ListUpload.plain(in("x")),
                                () -> {}));
        refused(
                "INTAKE_NO_CERTIFICATE",
                () ->
                        desk.handed.hand(
                                issuers.b().approver(),
                                issuers.b().program(),
                                order(),
                                ListUpload.sealed(in("x")),
                                () -> {}));
    }

    @Test
    void handsNothingInWithoutAKeyThatAWorkerLeft() {
        DropBox web = new DropBox(lists, keys, ProcessRole.WEB, work, Clock.systemUTC());
        TenantId b = issuers.b().tenant();
        refused("HAND_IN_CLOSED", () -> web.take(b, order()));
        box.round(b);
        assertThat(work.read(b, () -> lists.waitingKeys(b))).isEqualTo(DropBox.READY);
        CardOrderId order = order();
        DropKeyRow key = web.take(b, order);
        assertThat(key.orderId).isEqualTo(order.value());
        assertThat(work.read(b, () -> lists.waitingKeys(b))).isEqualTo(DropBox.READY - 1);
    }

    @Test
    void keepsNothingOfAListThatBreaksOff() {
        CardOrderId order = order();
        assertThatThrownBy(
                        () ->
                                desk.handed.hand(
                                        a().approver(),
                                        a().program(),
                                        order,
                                        ListUpload.plain(in("x")),
                                        () -> {
                                            throw new IllegalStateException("the order fell");
                                        }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(read(() -> lists.find(tenant(), order))).isEmpty();
        assertThat(intake.progress(a().approver(), order)).isEmpty();
    }

    private static String firstRow(byte[] csv) {
        return new String(csv, StandardCharsets.UTF_8)
                        .lines()
                        .limit(2)
                        .collect(Collectors.joining("\r\n"))
                + "\r\n";
    }

    private static AccountRecord record(String pan) {
        return new AccountRecord(
                new Pan(pan),
                PanSequenceNumber.NONE,
                new ExpiryDate("4012"),
                new ServiceCode("201"),
                CardholderName.of("Ana Silva", ""),
                "",
                "");
    }

    private ReceivedList opened(CardOrderId order, byte[] csv, int fence) {
        return taking.open(
                tenant(),
                a().program(),
                order,
                ListUpload.plain(new ByteArrayInputStream(csv)),
                fence);
    }

    private void fallSilent(CardOrderId order) {
        work.run(
                tenant(),
                () -> {
                    IntakeRow row = rows.hold(tenant(), order).orElseThrow();
                    row.beatAt = row.beatAt.minus(ListTurns.SILENCE).minus(Duration.ofSeconds(1));
                });
    }

    private boolean take(CardOrderId order) {
        return desk.handed.take(tenant(), order, () -> RowRule.NONE, settled::add);
    }

    private CardOrderId hand(String csv) {
        return hand(csv.getBytes(StandardCharsets.UTF_8));
    }

    private CardOrderId hand(byte[] csv) {
        return hand(a().approver(), ListUpload.plain(new ByteArrayInputStream(csv)));
    }

    private CardOrderId hand(Actor actor, ListUpload upload) {
        CardOrderId order = order();
        desk.handed.hand(actor, a().program(), order, upload, () -> {});
        return order;
    }

    private <T> T read(java.util.function.Supplier<T> what) {
        return work.read(tenant(), what);
    }

    private static void assertErrors(IntakeReport report, String code) {
        assertThat(report.errors()).extracting(e -> e.code()).containsExactly(code);
    }

    private static List<Integer> numbers(int count) {
        return IntStream.rangeClosed(1, count).boxed().toList();
    }

    private static ByteArrayInputStream in(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ListForm plain() {
        return new ListForm(
                ListForm.STANDARD.file(),
                ListForm.STANDARD.sources(),
                Set.of(),
                ListForm.STANDARD.expiry(),
                false,
                BadRows.LEAVE_OUT,
                true);
    }

    private IssuerWorld a() {
        return issuers.a();
    }

    private TenantId tenant() {
        return a().tenant();
    }

    private Actor system() {
        return Actor.system(tenant(), "intake");
    }

    private static CardOrderId order() {
        return CardOrderId.next(Clock.systemUTC());
    }

    private static void refused(String code, ThrowingCallable wish) {
        assertThatThrownBy(wish)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
