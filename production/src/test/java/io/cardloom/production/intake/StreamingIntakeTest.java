package io.cardloom.production.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.production.CardOrderId;
import io.cardloom.production.accountdata.AccountRecord;
import io.cardloom.production.fixture.TestAccounts;
import io.cardloom.production.intake.form.BadRows;
import io.cardloom.production.intake.form.ListForm;
import io.cardloom.production.intake.form.ListForms;
import io.cardloom.production.vault.AccountVault;
import io.cardloom.production.vault.Deposits;
import io.cardloom.tenancy.fixture.IssuerWorld;
import io.cardloom.tenancy.fixture.TwoIssuers;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.refusal.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;

/** Lists in clear, row by row and batch by batch: what stays when something stops them. */
@SpringBootTest
class StreamingIntakeTest {

    @Autowired Intake intake;
    @Autowired ListDesk desk;
    @Autowired ListTaking taking;
    @Autowired HandedRepository lists;
    @Autowired TenantWork work;
    @Autowired AccountVault vault;
    @Autowired Deposits deposits;
    @Autowired ListForms forms;
    @Autowired TwoIssuers issuers;

    @Value("${cardloom.data.folder}")
    Path data;

    @BeforeEach
    void allowPlainLists() {
        int version = forms.current(a().administrator(), a().program()).number();
        if (version == 0) {
            forms.save(a().administrator(), a().program(), 0, plain());
        }
    }

    @Test
    void findsDuplicatesAcrossBatchesAndLists() {
        byte[] csv = TestAccounts.csv(2_300);
        String row =
                new String(csv, StandardCharsets.UTF_8).lines().skip(5).findFirst().orElseThrow();
        byte[] twice = joined(csv, row + "\r\n");
        CardOrderId order = order();
        IntakeReport report = take(order, twice);
        assertThat(report.rows()).isEqualTo(2_301);
        assertThat(report.accepted()).isEqualTo(2_300);
        assertThat(report.errors())
                .extracting(e -> e.line() + " " + e.code())
                .containsExactly("2302 DUPLICATE_IN_FILE");
        AccountRecord last = vault.open(a().tenant(), order, List.of(2_300)).get(2_300);
        assertThat(last).isNotNull();
        assertThat(last.pan().digits()).isEqualTo(TestAccounts.pans(csv).get(2_299));
        IntakeReport again = take(order(), csv);
        assertThat(again.tookAny()).isFalse();
        assertThat(again.errorCount()).isEqualTo(2_300);
        assertThat(again.errors()).allMatch(e -> e.code().equals("DUPLICATE_IN_PROGRAM"));
        vault.purge(a().tenant(), order);
        assertThat(take(order(), csv).accepted()).isEqualTo(2_300);
    }

    @Test
    void stopsWhenSomebodyCancelsAndKeepsNothing() {
        byte[] csv = TestAccounts.csv(1_200);
        CardOrderId order = order();
        refused("NOT_FOUND", () -> intake.cancel(a().approver(), order));
        desk.hand(a().approver(), a().program(), order, ListUpload.plain(in(csv)));
        IntakeProgress progress = intake.progress(a().approver(), order).orElseThrow();
        assertThat(progress.ofBytes()).isEqualTo(csv.length);
        assertThat(progress.percent()).isZero();
        refused("PERMISSION_MISSING", () -> intake.cancel(a().operator(), order));
        refused("NOT_FOUND", () -> intake.cancel(issuers.b().approver(), order));
        assertThat(intake.progress(issuers.b().approver(), order)).isEmpty();
        AtomicInteger read = new AtomicInteger();
        RowRule cancelling =
                record -> {
                    if (read.incrementAndGet() == 1_100) {
                        IntakeProgress amid = intake.progress(a().approver(), order).orElseThrow();
                        assertThat(amid.rows()).as("a batch is staged").isEqualTo(1_000);
                        assertThat(amid.percent()).isPositive();
                        intake.cancel(a().approver(), order);
                        assertThat(
                                        intake.progress(a().approver(), order)
                                                .orElseThrow()
                                                .cancelling())
                                .isTrue();
                    }
                    return List.of();
                };
        assertThat(desk.take(a().tenant(), order, cancelling).wasStopped()).isTrue();
        assertNothingIsLeft(order);
        assertThat(take(order(), csv).accepted()).isEqualTo(1_200);
    }

    /** As much as is read of a list that never ends. */
    @Test
    void refusesAListThatIsLongerThanItMayBeAndKeepsNothing() throws IOException {
        CardOrderId order = order();
        InputStream endless =
                new InputStream() {
                    @Override
                    public int read() {
                        return 'a';
                    }

                    @Override
                    public int read(byte[] bytes, int offset, int length) {
                        Arrays.fill(bytes, offset, offset + length, (byte) 'a');
                        return length;
                    }
                };
        refused(
                "INTAKE_TOO_LARGE",
                () ->
                        desk.handed.hand(
                                a().approver(),
                                a().program(),
                                order,
                                ListUpload.plain(endless),
                                () -> {},
                                3L << 20));
        assertNothingIsLeft(order);
        assertThat(work.read(a().tenant(), () -> lists.piece(a().tenant(), order, 1))).isEmpty();
    }

    /** The first batch is stored when the track comes. */
    @Test
    void refusesAndForgetsAListInWhichATrackComesLate() {
        byte[] csv = TestAccounts.csv(1_500);
        String pan = TestAccounts.pans(csv).getFirst();
        byte[] track = joined(csv, pan + ",2912,201,Ana,,;" + pan + "=29122010000?,,\r\n");
        CardOrderId order = order();
        assertThatThrownBy(() -> take(order, track))
                .isInstanceOf(Refusal.class)
                .hasMessageNotContaining(pan);
        assertNothingIsLeft(order);
        assertThat(take(order(), csv).accepted()).isEqualTo(1_500);
    }

    @Test
    void refusesAColumnThatLooksLikeVerificationValuesWhateverItIsCalled() {
        StringBuilder csv =
                new StringBuilder("pan,expiry,service_code,cardholder_name,second_line\n");
        List<String> pans = TestAccounts.pans(TestAccounts.csv(60));
        for (int i = 0; i < 60; i++) {
            csv.append(pans.get(i)).append(",2912,201,Ana,").append(100 + i * 13).append('\n');
        }
        CardOrderId order = order();
        refused("INTAKE_FORBIDDEN_DATA", () -> take(order, bytes(csv)));
        assertNothingIsLeft(order);
    }

    @Test
    void keepsAPlainListSealedFromItsFirstByte() throws IOException {
        byte[] csv = TestAccounts.csv(50);
        CardOrderId order = order();
        try (ReceivedList list = open(order, csv)) {
            assertThat(list.order()).isEqualTo(order);
            assertThat(spools()).hasSize(1);
            String sealed = Files.readString(spools().getFirst(), StandardCharsets.ISO_8859_1);
            assertThat(sealed.length()).isGreaterThan(csv.length);
            for (String pan : TestAccounts.pans(csv)) {
                assertThat(sealed).doesNotContain(pan);
            }
        }
        assertThat(spools()).isEmpty();
    }

    @Test
    void isNotTakenInInsideOtherWork() {
        try (ReceivedList list = open(order(), TestAccounts.csv(1))) {
            assertThatThrownBy(
                            () ->
                                    work.run(
                                            a().tenant(),
                                            () ->
                                                    taking.take(
                                                            a().approver(),
                                                            list,
                                                            RowRule.NONE,
                                                            r -> {})))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    private void assertNothingIsLeft(CardOrderId order) {
        assertThat(intake.progress(a().approver(), order)).isEmpty();
        refused("NOT_FOUND", () -> vault.open(a().tenant(), order, List.of(1)));
        assertThat(deposits.discard(a().tenant(), order)).as("nothing is staged").isTrue();
    }

    private List<Path> spools() throws IOException {
        Path folder = data.resolve("intake").resolve(a().tenant().value());
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private IntakeReport take(CardOrderId order, byte[] csv) {
        return desk.receive(
                a().approver(), a().program(), order, ListUpload.plain(in(csv)), RowRule.NONE);
    }

    private ReceivedList open(CardOrderId order, byte[] csv) {
        return taking.open(a().tenant(), a().program(), order, ListUpload.plain(in(csv)), 1);
    }

    private static ByteArrayInputStream in(byte[] list) {
        return new ByteArrayInputStream(list);
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

    private static byte[] joined(byte[] csv, String more) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.writeBytes(csv);
        joined.writeBytes(more.getBytes(StandardCharsets.UTF_8));
        return joined.toByteArray();
    }

    private static byte[] bytes(StringBuilder text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
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
