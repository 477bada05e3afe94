package io.cardloom.production.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.production.CardOrderId;
import io.cardloom.production.accountdata.AccountRecord;
import io.cardloom.production.accountdata.Pan;
import io.cardloom.production.fixture.OpensslIssuer;
import io.cardloom.production.fixture.TestAccounts;
import io.cardloom.production.intake.form.BadRows;
import io.cardloom.production.intake.form.ListForm;
import io.cardloom.production.intake.form.ListForms;
import io.cardloom.production.key.TransportCertificates;
import io.cardloom.production.vault.AccountVault;
import io.cardloom.tenancy.audit.AuditFilter;
import io.cardloom.tenancy.audit.AuditRecord;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.fixture.IssuerWorld;
import io.cardloom.tenancy.fixture.TwoIssuers;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.refusal.Refusal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IntakeTest {

    private static final String HEADER = "pan,expiry,service_code,cardholder_name\n";

    @Autowired Intake intake;
    @Autowired ListDesk desk;
    @Autowired AccountVault vault;
    @Autowired ListForms forms;
    @Autowired TransportCertificates certificates;
    @Autowired AuditTrail trail;
    @Autowired TwoIssuers issuers;

    @TempDir static Path folder;

    private @org.jspecify.annotations.Nullable OpensslIssuer bank;

    @BeforeEach
    void registerTheBank() {
        if (bank == null) {
            bank = OpensslIssuer.in(folder, "Aurora Bank lists", 30);
            certificates.registerIssuerCertificate(issuers.a().custodian(), bank.certificatePem());
        }
    }

    @Test
    void takesAThousandPeopleFromOpenssl() {
        byte[] csv = TestAccounts.csv(1_000);
        CardOrderId order = order();
        IntakeReport report = receive(order, bank().seal(csv, certificate()));
        assertThat(report.errors()).isEmpty();
        assertThat(report.accepted()).isEqualTo(1_000);
        assertThat(report.noticeCount()).isPositive();
        AccountRecord last = vault.open(a().tenant(), order, List.of(1_000)).get(1_000);
        assertThat(last).isNotNull();
        assertThat(last.pan().digits()).isEqualTo(TestAccounts.pans(csv).get(999));
        AuditRecord told =
                trail.page(a().auditor(), AuditFilter.all(), 0, 50).stream()
                        .filter(r -> r.subject().equals(order.value()))
                        .findFirst()
                        .orElseThrow();
        assertThat(told.action()).isEqualTo("cardholders.received");
        assertThat(told.details()).containsEntry("rows", "1000").containsKey("transliterated");
    }

    @Test
    void takesEachFormThatOpensslWrites() {
        byte[] signed = bank().sign(TestAccounts.csv(5));
        byte[] signedToo = bank().sign(TestAccounts.csv(5));
        byte[] signedThree = bank().sign(TestAccounts.csv(5));
        byte[] gcm = bank().encrypt(signed, certificate(), "-aes-256-gcm", "DER");
        assertThat(receive(order(), gcm).accepted()).isEqualTo(5);
        byte[] pem = bank().encrypt(signedToo, certificate(), "-aes-256-cbc", "PEM", "-stream");
        assertThat(new String(pem, StandardCharsets.US_ASCII)).startsWith("-----BEGIN CMS");
        assertThat(receive(order(), pem).accepted()).isEqualTo(5);
        byte[] oaep =
                bank().encrypt(
                                signedThree,
                                certificate(),
                                "-aes-256-gcm",
                                "DER",
                                "-recip",
                                folder.resolve("intake.pem").toString(),
                                "-keyopt",
                                "rsa_padding_mode:oaep");
        assertThat(receive(order(), oaep).accepted()).isEqualTo(5);
    }

    @Test
    void leavesAWrongRowOutAndTakesTheOthers() {
        String good = Pan.withCheckDigit("999900700000001").digits();
        CardOrderId order = order();
        IntakeReport report =
                receive(order, HEADER + bad(good) + ",2912,201,Ben\n" + good + ",2912,201,Ana\n");
        assertThat(report.accepted()).isEqualTo(1);
        assertThat(report.rows()).isEqualTo(2);
        assertThat(report.errors())
                .extracting(e -> e.line() + " " + e.column() + " " + e.code())
                .containsExactly("2 pan PAN_LUHN");
        AccountRecord only = vault.open(a().tenant(), order, List.of(1)).get(1);
        assertThat(only).isNotNull();
        assertThat(only.name().printed()).isEqualTo("Ana");
        assertThat(intake.progress(a().approver(), order)).isEmpty();
    }

    @Test
    void keepsNothingOfAFileWithAnErrorWhereTheFormHoldsIt() {
        ListForm holding =
                new ListForm(
                        ListForm.STANDARD.file(),
                        ListForm.STANDARD.sources(),
                        java.util.Set.of(),
                        ListForm.STANDARD.expiry(),
                        false,
                        BadRows.HOLD_FILE,
                        false);
        int version = forms.current(a().administrator(), a().otherProgram()).number();
        forms.save(a().administrator(), a().otherProgram(), version, holding);
        String good = Pan.withCheckDigit("999900700000009").digits();
        CardOrderId order = order();
        String list = HEADER + good + ",2912,201,Ana\n";
        byte[] wrong = bank().seal(bytes(list + bad(good) + ",2912,201,Ben\n"), certificate());
        IntakeReport report = desk.receive(a().approver(), a().otherProgram(), order, wrong);
        assertThat(report.tookAny()).isFalse();
        assertThat(report.errorCount()).isEqualTo(1);
        refused("NOT_FOUND", () -> vault.open(a().tenant(), order, List.of(1)));
        // The good row is not in production, so it may come again.
        byte[] right = bank().seal(bytes(list), certificate());
        IntakeReport again = desk.receive(a().approver(), a().otherProgram(), order(), right);
        assertThat(again.accepted()).isEqualTo(1);
    }

    private static String bad(String good) {
        return good.substring(0, 15) + (char) ('0' + (good.charAt(15) - '0' + 1) % 10);
    }

    @Test
    void makesACardOnceAtATimeInAProgram() {
        String pan = Pan.withCheckDigit("999900700000002").digits();
        String csv = HEADER.replace("\n", ",psn\n") + pan + ",2912,201,Ana,%s\n";
        CardOrderId first = order();
        assertThat(receive(first, csv.formatted("1")).accepted()).isEqualTo(1);
        IntakeReport again = receive(order(), csv.formatted("1"));
        assertThat(again.errors())
                .extracting(e -> e.line() + " " + e.code())
                .containsExactly("2 DUPLICATE_IN_PROGRAM");
        assertThat(receive(order(), csv.formatted("2")).accepted()).isEqualTo(1);
        byte[] cms = bank().seal(bytes(csv.formatted("1")), certificate());
        assertThat(desk.receive(a().approver(), a().otherProgram(), order(), cms).accepted())
                .isEqualTo(1);
        vault.purge(a().tenant(), first);
        assertThat(receive(order(), csv.formatted("1")).accepted()).isEqualTo(1);
    }

    @Test
    void takesOneFileAnOrder() {
        CardOrderId order = order();
        byte[] first = bank().seal(TestAccounts.csv(2), certificate());
        byte[] second = bank().seal(TestAccounts.csv(2), certificate());
        assertThat(receive(order, first).accepted()).isEqualTo(2);
        refused("INTAKE_MEANWHILE", () -> receive(order, second));
        assertThat(vault.open(a().tenant(), order, List.of(1, 2))).hasSize(2);
    }

    @Test
    void refusesWhatIsNotCmsForThisIssuerSignedByThisIssuer(@TempDir Path elsewhere) {
        byte[] csv = TestAccounts.csv(2);
        OpensslIssuer stranger = OpensslIssuer.in(elsewhere, "Somebody", 30);
        X509Certificate others = certificates.intakeCertificate(issuers.b().custodian());
        refused("INTAKE_NOT_CMS", () -> receive(order(), csv));
        refused("INTAKE_NOT_CMS", () -> receive(order(), bank().sign(csv)));
        refused("INTAKE_NOT_CMS", () -> receive(order(), new byte[0]));
        refused("INTAKE_NOT_FOR_US", () -> receive(order(), bank().seal(csv, others)));
        refused("INTAKE_SIGNER_UNKNOWN", () -> receive(order(), stranger.seal(csv, certificate())));
        refused(
                "INTAKE_NOT_GENUINE",
                () -> receive(order(), bank().encrypt(csv, certificate(), "-aes-256-cbc", "DER")));
        refused(
                "INTAKE_CIPHER",
                () ->
                        receive(
                                order(),
                                bank().encrypt(
                                                bank().sign(csv),
                                                certificate(),
                                                "-aes-128-cbc",
                                                "DER")));
        refused(
                "INTAKE_NO_CERTIFICATE",
                () ->
                        desk.receive(
                                issuers.b().approver(),
                                issuers.b().program(),
                                order(),
                                bank().seal(csv, others)));
    }

    @Test
    void refusesASignatureThatIsNotOfThisContent() {
        byte[] signed = bank().sign(bytes(HEADER + "x"));
        // Inside the signed data, where only the signature can tell.
        int at = new String(signed, StandardCharsets.ISO_8859_1).indexOf("cardholder_name");
        signed[at] = 'C';
        for (String cipher : List.of("-aes-256-cbc", "-aes-256-gcm")) {
            byte[] cms = bank().encrypt(signed, certificate(), cipher, "DER");
            refused("INTAKE_NOT_GENUINE", () -> receive(order(), cms));
        }
    }

    /**
     * Bits outside the signed content may change, such as those of the certificate that travels
     * with the signature and is not the one that is trusted; the list may not.
     */
    @Test
    void keepsNothingElseThanWhatTheBankSent() {
        Random random = new Random(5652);
        byte[] csv = TestAccounts.csv(20);
        byte[] signed = bank().sign(csv);
        for (String cipher : List.of("-aes-256-cbc", "-aes-256-gcm")) {
            byte[] cms = bank().encrypt(signed, certificate(), cipher, "DER");
            int refusals = 0;
            for (int i = 0; i < 40; i++) {
                byte[] changed = cms.clone();
                changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
                refusals += isRefused(changed, csv) ? 1 : 0;
            }
            assertThat(refusals).as(cipher).isGreaterThan(20);
            byte[] cut = Arrays.copyOf(cms, cms.length - 1 - random.nextInt(cms.length / 2));
            assertThat(isRefused(cut, csv)).isTrue();
        }
    }

    /** Nothing is kept of a refused file; an accepted one is what the bank sent. */
    private boolean isRefused(byte[] cms, byte[] csv) {
        CardOrderId order = order();
        try {
            assertThat(receive(order, cms).accepted()).isEqualTo(20);
        } catch (Refusal e) {
            refused("NOT_FOUND", () -> vault.open(a().tenant(), order, List.of(1)));
            return true;
        }
        AccountRecord last = vault.open(a().tenant(), order, List.of(20)).get(20);
        assertThat(last).isNotNull();
        assertThat(last.pan().digits()).isEqualTo(TestAccounts.pans(csv).get(19));
        vault.purge(a().tenant(), order);
        return false;
    }

    @Test
    void refusesForbiddenDataAndPeopleWithoutTheRight() {
        String pan = Pan.withCheckDigit("999900700000003").digits();
        CardOrderId order = order();
        refused(
                "INTAKE_FORBIDDEN_DATA",
                () ->
                        receive(
                                order,
                                HEADER.replace("\n", ",cvv2\n") + pan + ",2912,201,Ana,123\n"));
        refused("NOT_FOUND", () -> vault.open(a().tenant(), order, List.of(1)));
        byte[] cms = bank().seal(TestAccounts.csv(1), certificate());
        for (Actor other :
                List.of(a().designer(), a().operator(), a().auditor(), a().administrator())) {
            refused("PERMISSION_MISSING", () -> desk.receive(other, a().program(), order(), cms));
        }
    }

    @Test
    void opensNoRecordOfAnotherTenant() {
        CardOrderId order = order();
        assertThat(receive(order, bank().seal(TestAccounts.csv(1), certificate())).accepted())
                .isEqualTo(1);
        refused("NOT_FOUND", () -> vault.open(issuers.b().tenant(), order, List.of(1)));
        refused("NOT_FOUND", () -> vault.purge(issuers.b().tenant(), order));
        assertThat(vault.open(a().tenant(), order, List.of(1))).hasSize(1);
    }

    private IssuerWorld a() {
        return issuers.a();
    }

    private OpensslIssuer bank() {
        return java.util.Objects.requireNonNull(bank);
    }

    private X509Certificate certificate() {
        return certificates.intakeCertificate(a().approver());
    }

    private IntakeReport receive(CardOrderId order, String csv) {
        return receive(order, bank().seal(bytes(csv), certificate()));
    }

    private IntakeReport receive(CardOrderId order, byte[] cms) {
        return desk.receive(a().approver(), a().program(), order, cms);
    }

    private static byte[] bytes(String csv) {
        return csv.getBytes(StandardCharsets.UTF_8);
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
