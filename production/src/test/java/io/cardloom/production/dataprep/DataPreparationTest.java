package io.cardloom.production.dataprep;

import static io.cardloom.production.dataprep.PreparationStage.DIGEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.production.CardOrderId;
import io.cardloom.production.RunId;
import io.cardloom.production.accountdata.AccountRecord;
import io.cardloom.production.accountdata.Pan;
import io.cardloom.production.accountdata.TrackData;
import io.cardloom.production.fixture.OpensslIssuer;
import io.cardloom.production.fixture.TestAccounts;
import io.cardloom.production.key.store.DataKeys;
import io.cardloom.production.key.store.StripeKeys;
import io.cardloom.production.magstripe.Track1;
import io.cardloom.production.magstripe.Track2;
import io.cardloom.production.vault.AccountVault;
import io.cardloom.production.verification.VerificationValue;
import io.cardloom.tenancy.audit.AuditFilter;
import io.cardloom.tenancy.audit.AuditRecord;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.fixture.IssuerWorld;
import io.cardloom.tenancy.fixture.TwoIssuers;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.refusal.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DataPreparationTest {

    private static final String HEADER = "pan,expiry,service_code,cardholder_name\n";

    @Autowired PreparationStage stage;
    @Autowired AccountVault vault;
    @Autowired StripeKeys stripeKeys;
    @Autowired DataKeys dataKeys;
    @Autowired AccountPurgeRepository asked;
    @Autowired TenantWork work;
    @Autowired AuditTrail trail;
    @Autowired TwoIssuers issuers;

    @Value("${cardloom.data.folder}")
    Path data;

    @TempDir static Path folder;

    private @org.jspecify.annotations.Nullable OpensslIssuer bank;

    @BeforeEach
    void openTheBank() {
        if (bank == null) {
            bank = stage.bank(a(), folder);
        }
    }

    @Test
    void preparesTracksPrintAndManifestOfEachCard() throws Exception {
        CardOrderId order = order(TestAccounts.csv(120));
        RunOrder run = PreparationStage.run(order, 120);
        PreparedRun prepared = preparation().prepare(a().tenant(), run);
        assertThat(prepared.cards()).isEqualTo(120);
        assertThat(prepared.files())
                .extracting(PreparedFile::name)
                .containsExactly(
                        "records.csv",
                        "lines.csv",
                        "carriers.csv",
                        "print.pdf",
                        "print.png",
                        "print-back.pdf",
                        "print-back.png",
                        "manifest.json");
        for (PreparedFile file : prepared.files()) {
            byte[] plain = read(run.run(), file.name());
            assertThat(plain.length).isEqualTo(file.bytes());
            assertThat(sha256(plain)).as(file.name()).isEqualTo(file.sha256());
        }
        StripeKeys.Verifier verifier = stripeKeys.verifier(a().tenant(), a().program());
        List<String> lines =
                new String(read(run.run(), "records.csv"), StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).hasSize(121);
        for (int number : new int[] {1, 60, 120}) {
            AccountRecord card =
                    vault.open(a().tenant(), order, List.of(number)).values().iterator().next();
            TrackData tracks = preparation().tracks(a().tenant(), run.run(), number);
            Track1 one = Track1.parse(tracks.track1());
            assertThat(one.pan()).isEqualTo(card.pan());
            assertThat(one.name()).isEqualTo(card.name().encoded());
            Track2 two = Track2.parse(tracks.track2());
            assertThat(two.pan()).isEqualTo(card.pan());
            assertThat(two.expiry()).isEqualTo(card.expiry());
            assertThat(two.discretionaryData())
                    .isEqualTo("00000" + verifier.value(VerificationValue.STRIPE, card));
            assertThat(lines.get(number))
                    .startsWith(number + ",")
                    .contains(tracks.track1())
                    .contains(tracks.track2())
                    .contains(card.name().printed());
        }
        for (String print : List.of("print.pdf", "print-back.pdf")) {
            try (PDDocument pdf = Loader.loadPDF(read(run.run(), print))) {
                assertThat(pdf.getNumberOfPages()).isEqualTo(120);
            }
        }
        // 85.6 mm and 2 mm of bleed on either side, at 300 dots an inch.
        assertThat(ImageIO.read(new ByteArrayInputStream(read(run.run(), "print.png"))).getWidth())
                .isBetween(1_057, 1_059);
        manifest(run, prepared);
    }

    private void manifest(RunOrder run, PreparedRun prepared) throws IOException {
        byte[] bytes = read(run.run(), "manifest.json");
        JsonNode manifest = JsonMapper.builder().build().readTree(bytes);
        assertThat(manifest.get("run").asString()).isEqualTo(run.run().value());
        assertThat(manifest.get("digest").asString()).isEqualTo(run.digest().hex64());
        assertThat(manifest.get("cards").asInt()).isEqualTo(120);
        assertThat(manifest.get("keyCheckValues").get("stripe-cvk").asString())
                .isEqualTo(prepared.keyCheckValues().get("stripe-cvk"))
                .matches("[0-9A-F]{6}");
        assertThat(manifest.get("files").size()).isEqualTo(7);
        assertThat(manifest.get("files").get(0).get("sha256").asString())
                .isEqualTo(prepared.files().getFirst().sha256());
        assertThat(new String(bytes, StandardCharsets.UTF_8)).doesNotContain("999900");
    }

    @Test
    void preparesOnceAndAnswersTheSameAgain() {
        CardOrderId order = order(TestAccounts.csv(3));
        RunOrder run = PreparationStage.run(order, 3);
        PreparedRun first = preparation().prepare(a().tenant(), run);
        assertThat(preparation().prepare(a().tenant(), run)).isEqualTo(first);
        RunOrder other = new RunOrder(run.run(), order, run.digest(), List.of(new CardSlot(1, 2)));
        refused("RUN_PREPARED_OTHERWISE", () -> preparation().prepare(a().tenant(), other));
        assertThat(actions(run.run().value())).containsExactly("run.prepared");
    }

    @Test
    void startsAfreshWhereAKilledAttemptLeftItsKeyAndFiles() throws IOException {
        CardOrderId order = order(TestAccounts.csv(2));
        RunOrder run = PreparationStage.run(order, 2);
        dataKeys.keep(dataKeys.fresh(a().tenant(), run.run().value()));
        Path left = prepared(run.run());
        Files.createDirectories(left);
        Files.writeString(left.resolve("records.csv.locked"), "half");
        assertThat(preparation().prepare(a().tenant(), run).cards()).isEqualTo(2);
        assertThat(preparation().tracks(a().tenant(), run.run(), 2).track2()).startsWith(";9999");
    }

    @Test
    void namesTheRecordThatTheDesignCannotPrintAndLeavesNothing() {
        String pan = Pan.withCheckDigit("999900800000001").digits();
        // U+A7A0 is a Latin letter that hardly any font has.
        CardOrderId order =
                order(
                        (HEADER.replace("\n", ",encoded_name\n") + pan + ",2912,201,Ꞡeorg,GEORG\n")
                                .getBytes(StandardCharsets.UTF_8));
        RunOrder run = PreparationStage.run(order, 1);
        assertThatThrownBy(() -> preparation().prepare(a().tenant(), run))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        e -> {
                            assertThat(e.code()).isEqualTo("RECORD_NOT_PRINTABLE");
                            assertThat(e.sentence()).contains("Record 1").doesNotContain("eorg");
                        });
        refused("NOT_FOUND", () -> preparation().tracks(a().tenant(), run.run(), 1));
        assertThat(dataKeys.find(a().tenant(), run.run().value())).isEmpty();
    }

    @Test
    void readsNothingAfterThePurgeEvenWithABackup() throws IOException {
        CardOrderId order = order(TestAccounts.csv(3));
        RunOrder run = PreparationStage.run(order, 3);
        preparation().prepare(a().tenant(), run);
        byte[] backup = Files.readAllBytes(prepared(run.run()).resolve("records.csv.locked"));
        PurgeCertificate certificate = preparation().purge(a().tenant(), order);
        assertThat(certificate.records()).isEqualTo(3);
        assertThat(certificate.runs()).isEqualTo(1);
        assertThat(certificate.keyCheckValue()).matches("[0-9A-F]{6}");
        gone(order, run);
        assertThat(prepared(run.run())).doesNotExist();
        Files.createDirectories(prepared(run.run()));
        Files.write(prepared(run.run()).resolve("records.csv.locked"), backup);
        gone(order, run);
        assertThat(dataKeys.find(a().tenant(), order.value())).isEmpty();
        assertThat(dataKeys.find(a().tenant(), run.run().value())).isEmpty();
        assertThat(actions(order.value()))
                .containsExactly(
                        "cardholders.purged", "cardholders.received", "cardholders.handedIn");
        PurgeCertificate again = preparation().purge(a().tenant(), order);
        assertThat(again.records()).isZero();
        assertThat(again.keyCheckValue()).isEmpty();
    }

    @Test
    void destroysWhatAProcessWithoutKeysAskedFor() throws IOException {
        CardOrderId order = order(TestAccounts.csv(2));
        RunOrder first = PreparationStage.run(order, 1);
        preparation().prepare(a().tenant(), first);
        AccountPurges purges =
                new AccountPurges(asked, preparation(), work, trail, Clock.systemUTC());
        purges.ask(a().operator(), order, first.run());
        assertThat(read(first.run(), "records.csv")).isNotEmpty();
        purges.round(a().tenant());
        refused("ACCOUNT_DATA_PURGED", () -> read(first.run(), "records.csv"));
        assertThat(purges.after(a().tenant(), first.run())).isEmpty();

        RunOrder last = PreparationStage.run(order, 2);
        preparation().prepare(a().tenant(), last);
        purges.ask(a().operator(), order, last.run(), DIGEST.hex64());
        assertThat(purges.after(a().tenant(), last.run())).isEmpty();
        purges.round(a().tenant());
        gone(order, last);
        PurgeCertificate certificate = purges.after(a().tenant(), last.run()).orElseThrow();
        assertThat(certificate.records()).isEqualTo(2);
        assertThat(certificate.keyCheckValue()).isNotBlank();
        purges.round(a().tenant());
        assertThat(purges.after(a().tenant(), last.run())).contains(certificate);
    }

    private void gone(CardOrderId order, RunOrder run) {
        refused("ACCOUNT_DATA_PURGED", () -> vault.open(a().tenant(), order, List.of(1)));
        refused("ACCOUNT_DATA_PURGED", () -> preparation().prepare(a().tenant(), run));
        refused("ACCOUNT_DATA_PURGED", () -> preparation().tracks(a().tenant(), run.run(), 1));
        refused("ACCOUNT_DATA_PURGED", () -> read(run.run(), "records.csv"));
    }

    @Test
    void keepsTheDataWhenTheWorkThatPurgedThemFalls() {
        CardOrderId order = order(TestAccounts.csv(2));
        RunOrder run = PreparationStage.run(order, 2);
        preparation().prepare(a().tenant(), run);
        assertThatThrownBy(
                        () ->
                                work.run(
                                        a().tenant(),
                                        () -> {
                                            preparation().purge(a().tenant(), order);
                                            throw new IllegalStateException("falls");
                                        }))
                .hasMessage("falls");
        assertThat(vault.open(a().tenant(), order, List.of(1, 2))).hasSize(2);
        assertThat(preparation().tracks(a().tenant(), run.run(), 2).track1()).startsWith("%B9999");
    }

    @Test
    void discardsARunAndKeepsTheOrder() {
        CardOrderId order = order(TestAccounts.csv(2));
        RunOrder run = PreparationStage.run(order, 2);
        preparation().discard(a().tenant(), run.run());
        preparation().prepare(a().tenant(), run);
        preparation().discard(a().tenant(), run.run());
        preparation().discard(a().tenant(), run.run());
        refused("ACCOUNT_DATA_PURGED", () -> preparation().tracks(a().tenant(), run.run(), 1));
        RunOrder remake =
                new RunOrder(
                        RunId.next(Clock.systemUTC()),
                        order,
                        run.digest(),
                        List.of(new CardSlot(3, 2)));
        preparation().prepare(a().tenant(), remake);
        assertThat(preparation().tracks(a().tenant(), remake.run(), 3).track2()).isNotEmpty();
        refused("NOT_FOUND", () -> preparation().tracks(a().tenant(), remake.run(), 1));
    }

    /** Killed between the key and the commit: no row speaks of it. */
    @Test
    void destroysWhatAKilledPreparationLeft() throws IOException {
        RunOrder run = PreparationStage.run(order(TestAccounts.csv(2)), 2);
        dataKeys.keep(dataKeys.fresh(a().tenant(), run.run().value()));
        Files.createDirectories(prepared(run.run()));
        Files.write(prepared(run.run()).resolve("records.csv.locked"), new byte[] {1});
        preparation().discard(a().tenant(), run.run());
        assertThat(dataKeys.find(a().tenant(), run.run().value())).isEmpty();
        assertThat(prepared(run.run())).doesNotExist();
    }

    /** Killed just after the commit: nobody would come back for the files. */
    @Test
    void leavesNoFileOnceThePurgeIsCommitted() {
        CardOrderId order = order(TestAccounts.csv(2));
        RunOrder run = PreparationStage.run(order, 2);
        preparation().prepare(a().tenant(), run);
        AtomicBoolean there = new AtomicBoolean();
        work.run(
                a().tenant(),
                () -> {
                    TransactionSynchronizationManager.registerSynchronization(
                            new TransactionSynchronization() {
                                @Override
                                public int getOrder() {
                                    return HIGHEST_PRECEDENCE;
                                }

                                @Override
                                public void afterCommit() {
                                    there.set(Files.exists(prepared(run.run())));
                                }
                            });
                    assertThat(preparation().purge(a().tenant(), order).runs()).isEqualTo(1);
                    assertThat(prepared(run.run())).exists();
                });
        assertThat(there).isFalse();
        assertThat(prepared(run.run())).doesNotExist();
    }

    @Test
    void givesNothingToAnotherTenant() {
        CardOrderId order = order(TestAccounts.csv(1));
        RunOrder run = PreparationStage.run(order, 1);
        preparation().prepare(a().tenant(), run);
        IssuerWorld b = issuers.b();
        refused("NOT_FOUND", () -> preparation().tracks(b.tenant(), run.run(), 1));
        refused("NOT_FOUND", () -> preparation().open(b.tenant(), run.run(), "records.csv"));
        refused("NOT_FOUND", () -> preparation().purge(b.tenant(), order));
        refused(
                "NOT_FOUND",
                () -> preparation().prepare(b.tenant(), PreparationStage.run(order, 1)));
        preparation().discard(b.tenant(), run.run());
        assertThat(preparation().tracks(a().tenant(), run.run(), 1).track2()).isNotEmpty();
    }

    @Test
    void refusesAFileThatWasNotPreparedAndFindsOneThatWasChanged() throws IOException {
        CardOrderId order = order(TestAccounts.csv(1));
        RunOrder run = PreparationStage.run(order, 1);
        preparation().prepare(a().tenant(), run);
        refused("NOT_FOUND", () -> read(run.run(), "../records.csv"));
        Path file = prepared(run.run()).resolve("records.csv.locked");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        assertThatThrownBy(() -> read(run.run(), "records.csv")).isInstanceOf(IOException.class);
    }

    private DataPreparation preparation() {
        return stage.preparation;
    }

    private IssuerWorld a() {
        return issuers.a();
    }

    private CardOrderId order(byte[] csv) {
        return stage.order(a(), java.util.Objects.requireNonNull(bank), csv);
    }

    private Path prepared(RunId run) {
        return data.resolve("prepared").resolve(a().tenant().value()).resolve(run.value());
    }

    private byte[] read(RunId run, String name) throws IOException {
        try (InputStream in = preparation().open(a().tenant(), run, name)) {
            return in.readAllBytes();
        }
    }

    private List<String> actions(String subject) {
        return trail.page(a().auditor(), AuditFilter.all(), 0, 100).stream()
                .filter(r -> r.subject().equals(subject))
                .map(AuditRecord::action)
                .toList();
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static void refused(String code, ThrowingCallable wish) {
        assertThatThrownBy(wish)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
