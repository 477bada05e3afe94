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
import io.cardloom.production.vault.AccountVault;
import io.cardloom.tenancy.fixture.IssuerWorld;
import io.cardloom.tenancy.fixture.TwoIssuers;
import io.cardloom.tenancy.refusal.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
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
    @Autowired IntakeSweep sweep;
    @Autowired AccountVault vault;
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
        List<IntakeReport> settled = new ArrayList<>();
        IntakeReport report = take(order, twice, settled);
        assertThat(settled).containsExactly(report);
        assertThat(report.rows()).isEqualTo(2_301);
        assertThat(report.accepted()).isEqualTo(2_300);
        assertThat(report.errors())
                .extracting(e -> e.line() + " " + e.code())
                .containsExactly("2302 DUPLICATE_IN_FILE");
        AccountRecord last = vault.open(a().tenant(), order, List.of(2_300)).get(2_300);
        assertThat(last).isNotNull();
        assertThat(last.pan().digits()).isEqualTo(TestAccounts.pans(csv).get(2_299));
        IntakeReport again = take(order(), csv, new ArrayList<>());
        assertThat(again.tookAny()).isFalse();
        assertThat(again.errorCount()).isEqualTo(2_300);
        assertThat(again.errors()).allMatch(e -> e.code().equals("DUPLICATE_IN_PROGRAM"));
        vault.purge(a().tenant(), order);
        assertThat(take(order(), csv, new ArrayList<>()).accepted()).isEqualTo(2_300);
    }

    @Test
    void stopsWhenSomebodyCancelsAndKeepsNothing() {
        byte[] csv = TestAccounts.csv(1_200);
        CardOrderId order = order();
        refused("NOT_FOUND", () -> intake.cancel(a().approver(), order));
        try (ReceivedList list = open(order, csv)) {
            intake.stage(a().approver(), list);
            IntakeProgress progress = intake.progress(a().approver(), order).orElseThrow();
            assertThat(progress.ofBytes()).isEqualTo(csv.length);
            assertThat(progress.percent()).isZero();
            refused("PERMISSION_MISSING", () -> intake.cancel(a().operator(), order));
            refused("NOT_FOUND", () -> intake.cancel(issuers.b().approver(), order));
            assertThat(intake.progress(issuers.b().approver(), order)).isEmpty();
            intake.cancel(a().approver(), order);
            assertThat(intake.progress(a().approver(), order).orElseThrow().cancelling()).isTrue();
            List<IntakeReport> settled = new ArrayList<>();
            refused("INTAKE_CANCELLED", () -> intake.take(a().approver(), list, settled::add));
            assertThat(settled).singleElement().satisfies(r -> assertThat(r.wasStopped()).isTrue());
        }
        assertNothingIsLeft(order);
        assertThat(take(order(), csv, new ArrayList<>()).accepted()).isEqualTo(1_200);
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
        List<Path> before = spools();
        refused("INTAKE_TOO_LARGE", () -> open(order, endless).close());
        assertNothingIsLeft(order);
        assertThat(spools()).isEqualTo(before);
    }

    /** The first batch is stored when the track comes. */
    @Test
    void refusesAndForgetsAListInWhichATrackComesLate() {
        byte[] csv = TestAccounts.csv(1_500);
        String pan = TestAccounts.pans(csv).getFirst();
        byte[] track = joined(csv, pan + ",2912,201,Ana,,;" + pan + "=29122010000?,,\r\n");
        CardOrderId order = order();
        assertThatThrownBy(() -> take(order, track, new ArrayList<>()))
                .isInstanceOf(Refusal.class)
                .hasMessageNotContaining(pan);
        assertNothingIsLeft(order);
        assertThat(take(order(), csv, new ArrayList<>()).accepted()).isEqualTo(1_500);
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
        refused("INTAKE_FORBIDDEN_DATA", () -> take(order, bytes(csv), new ArrayList<>()));
        assertNothingIsLeft(order);
    }

    @Test
    void forgetsWhatAKilledProcessLeftBehind() throws IOException {
        byte[] csv = TestAccounts.csv(1);
        String pan = TestAccounts.pans(csv).getFirst();
        CardOrderId order = order();
        try (ReceivedList list = open(order, csv)) {
            intake.stage(a().approver(), list);
            assertThat(vault.store(list.deposit(), List.of(record(pan)), () -> {})).isEmpty();
            // Staged, and for nobody: not to be seen, and not to be made a second time.
            refused("NOT_FOUND", () -> vault.open(a().tenant(), order, List.of(1)));
            refused("NOT_FOUND", () -> vault.purge(a().tenant(), order));
            assertThat(take(order(), csv, new ArrayList<>()).errors())
                    .extracting(e -> e.code())
                    .containsExactly("DUPLICATE_IN_PROGRAM");
            sweep.sweep(a().tenant(), Clock.systemUTC().instant().minus(IntakeSweep.SILENCE));
            assertThat(intake.progress(a().approver(), order)).isPresent();
            sweep.sweep(a().tenant(), Clock.systemUTC().instant().plus(Duration.ofHours(2)));
            assertNothingIsLeft(order);
            // Were it not killed but asleep, it would not go on.
            refused(
                    "INTAKE_MEANWHILE",
                    () -> vault.store(list.deposit(), List.of(record(pan)), () -> {}));
        }
        assertThat(take(order(), csv, new ArrayList<>()).accepted()).isEqualTo(1);
    }

    @Test
    void keepsAPlainListSealedFromItsFirstByte() throws IOException {
        byte[] csv = TestAccounts.csv(50);
        refused(
                "INTAKE_PLAIN",
                () ->
                        intake.open(
                                a().approver(),
                                a().otherProgram(),
                                order(),
                                ListUpload.plain(new ByteArrayInputStream(csv))));
        refused(
                "PERMISSION_MISSING",
                () ->
                        intake.open(
                                a().operator(),
                                a().program(),
                                order(),
                                ListUpload.plain(new ByteArrayInputStream(csv))));
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
    void isNotTakenInInsideOtherWork(@Autowired io.cardloom.tenancy.isolation.TenantWork work) {
        try (ReceivedList list = open(order(), TestAccounts.csv(1))) {
            assertThatThrownBy(
                            () ->
                                    work.run(
                                            a().tenant(),
                                            () -> intake.take(a().approver(), list, r -> {})))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    private void assertNothingIsLeft(CardOrderId order) {
        assertThat(intake.progress(a().approver(), order)).isEmpty();
        refused("NOT_FOUND", () -> vault.open(a().tenant(), order, List.of(1)));
        assertThat(vault.discard(a().tenant(), order)).as("nothing is staged").isTrue();
    }

    private List<Path> spools() throws IOException {
        Path folder = data.resolve("intake").resolve(a().tenant().value());
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
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

    private IntakeReport take(CardOrderId order, byte[] csv, List<IntakeReport> settled) {
        try (ReceivedList list = open(order, csv)) {
            intake.stage(a().approver(), list);
            return intake.take(a().approver(), list, settled::add);
        }
    }

    private ReceivedList open(CardOrderId order, byte[] csv) {
        return open(order, new ByteArrayInputStream(csv));
    }

    private ReceivedList open(CardOrderId order, InputStream list) {
        return intake.open(a().approver(), a().program(), order, ListUpload.plain(list));
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
