package io.cardloom.production.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.production.CardOrderId;
import io.cardloom.production.accountdata.AccountRecord;
import io.cardloom.production.fixture.GnupgIssuer;
import io.cardloom.production.fixture.TestAccounts;
import io.cardloom.production.key.OpenPgpCertificate;
import io.cardloom.production.key.OpenPgpCertificates;
import io.cardloom.production.vault.AccountVault;
import io.cardloom.tenancy.fixture.IssuerWorld;
import io.cardloom.tenancy.fixture.TwoIssuers;
import io.cardloom.tenancy.refusal.Refusal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenPgpIntakeTest {

    @Autowired ListDesk desk;
    @Autowired AccountVault vault;
    @Autowired OpenPgpCertificates keys;
    @Autowired TwoIssuers issuers;
    @Autowired Clock clock;

    @TempDir static Path folder;

    @SuppressWarnings("NullAway.Init")
    private GnupgIssuer bank;

    @SuppressWarnings("NullAway.Init")
    private GnupgIssuer stranger;

    @BeforeAll
    void exchangeKeys() {
        bank = GnupgIssuer.in(folder, "aurora-lists", "rsa3072");
        stranger = GnupgIssuer.in(folder, "somebody", "ed25519");
        for (GnupgIssuer one : List.of(bank, stranger)) {
            one.trust(keys.intakeKey(a().approver()));
            one.trust(keys.intakeKey(issuers.b().custodian()));
        }
        keys.register(a().custodian(), bank.publicKey());
    }

    @AfterAll
    void end() {
        bank.close();
        stranger.close();
    }

    @Test
    void takesEachFormThatGnupgWrites() {
        for (List<String> options :
                List.of(
                        List.<String>of(),
                        List.of("--armor"),
                        List.of("--compress-algo", "none"),
                        List.of("--compress-algo", "bzip2", "--digest-algo", "SHA512"),
                        List.of("--textmode"))) {
            byte[] csv = TestAccounts.csv(5);
            CardOrderId order = order();
            byte[] sealed = bank.seal(csv, ours(), options.toArray(String[]::new));
            assertThat(receive(order, sealed).accepted()).as("" + options).isEqualTo(5);
            AccountRecord last = vault.open(a().tenant(), order, List.of(5)).get(5);
            assertThat(last).isNotNull();
            assertThat(last.pan().digits()).isEqualTo(TestAccounts.pans(csv).get(4));
        }
    }

    @Test
    void takesAListThatIsSignedByASubkeyOfAnEllipticCurve() {
        keys.register(a().custodian(), stranger.publicKey());
        assertThat(receive(order(), stranger.seal(TestAccounts.csv(2), ours())).accepted())
                .isEqualTo(2);
    }

    @Test
    void refusesWhatIsNotSealedForThisIssuerByThisIssuer(@TempDir Path elsewhere) {
        byte[] csv = TestAccounts.csv(2);
        String others = "Cardloom intake " + issuers.b().tenant().value();
        refused("INTAKE_NOT_FOR_US", () -> receive(order(), bank.seal(csv, others)));
        try (GnupgIssuer unknown = GnupgIssuer.in(elsewhere, "unknown", "rsa3072")) {
            unknown.trust(keys.intakeKey(a().approver()));
            refused("INTAKE_SIGNER_UNKNOWN", () -> receive(order(), unknown.seal(csv, ours())));
        }
        refused(
                "INTAKE_NOT_GENUINE",
                () ->
                        receive(
                                order(),
                                bank.gpg(
                                        csv,
                                        "--trust-model",
                                        "always",
                                        "-r",
                                        ours(),
                                        "--encrypt")));
        refused("INTAKE_NOT_GENUINE", () -> receive(order(), bank.gpg(csv, "--sign")));
        refused(
                "INTAKE_CIPHER",
                () -> receive(order(), bank.seal(csv, ours(), "--cipher-algo", "AES128")));
        refused(
                "INTAKE_CIPHER",
                () ->
                        receive(
                                order(),
                                bank.seal(
                                        csv,
                                        ours(),
                                        "--rfc2440",
                                        "--disable-mdc",
                                        "--cipher-algo",
                                        "AES256")));
        refused(
                "INTAKE_SIGNER_UNKNOWN",
                () -> receive(order(), bank.seal(csv, ours(), "--digest-algo", "SHA1")));
    }

    @Test
    void registersPublicKeysOfCustodiansOnly(@TempDir Path elsewhere) {
        refused("OPENPGP_UNREADABLE", () -> keys.register(a().custodian(), new byte[] {1, 2}));
        refused("OPENPGP_SECRET", () -> keys.register(a().custodian(), bank.privateKey()));
        refused("PERMISSION_MISSING", () -> keys.register(a().administrator(), bank.publicKey()));
        refused("PERMISSION_MISSING", () -> keys.list(a().approver()));
        refused("PERMISSION_MISSING", () -> keys.intakeKey(a().designer()));
        try (GnupgIssuer weak = GnupgIssuer.in(elsewhere, "weak", "dsa2048")) {
            refused("OPENPGP_WEAK", () -> keys.register(a().custodian(), weak.publicKey()));
        }
        try (GnupgIssuer revoked = GnupgIssuer.in(elsewhere, "revoked", "rsa2048")) {
            revoked.revoke();
            refused("OPENPGP_REVOKED", () -> keys.register(a().custodian(), revoked.publicKey()));
        }
        try (GnupgIssuer old = GnupgIssuer.in(elsewhere, "old", "rsa2048")) {
            byte[] expired =
                    old.gpg(
                            new byte[0],
                            "--faked-system-time",
                            "20250101T000000",
                            "--passphrase",
                            "",
                            "--quick-gen-key",
                            "expired",
                            "rsa2048",
                            "sign",
                            "30d");
            assertThat(expired).isEmpty();
            byte[] key = old.gpg(new byte[0], "--export", "expired");
            refused("OPENPGP_EXPIRED", () -> keys.register(a().custodian(), key));
        }
        assertThat(keys.list(issuers.b().custodian())).isEmpty();
        keys.register(a().custodian(), bank.publicKey());
        assertThat(keys.list(a().custodian()).stream().map(c -> c.name()))
                .containsOnlyOnce("aurora-lists");
    }

    @Test
    void takesTheSameKeyWithAnotherLastDayInThePlaceOfTheFirst() {
        try (GnupgIssuer ending = GnupgIssuer.in(folder, "ending-lists", "rsa3072")) {
            String fingerprint = keys.register(a().custodian(), ending.publicKey()).fingerprint();
            ending.gpg(new byte[0], "--quick-set-expire", fingerprint, "2y");
            OpenPgpCertificate renewed = keys.register(a().custodian(), ending.publicKey());
            assertThat(keys.list(a().custodian()))
                    .filteredOn(key -> key.fingerprint().equals(fingerprint))
                    .extracting(OpenPgpCertificate::notAfter)
                    .containsExactly(renewed.notAfter());
            assertThat(renewed.notAfter())
                    .isBetween(
                            clock.instant().plus(Duration.ofDays(729)),
                            clock.instant().plus(Duration.ofDays(731)));
        }
    }

    @Test
    void refusesAListSignedByAKeyThatWasWithdrawn() {
        try (GnupgIssuer stolen = GnupgIssuer.in(folder, "stolen-lists", "rsa3072")) {
            stolen.trust(keys.intakeKey(a().approver()));
            String fingerprint = keys.register(a().custodian(), stolen.publicKey()).fingerprint();
            byte[] list = stolen.seal(TestAccounts.csv(3), ours());
            assertThat(receive(order(), list).accepted()).isEqualTo(3);
            refused("NOT_FOUND", () -> keys.withdraw(issuers.b().custodian(), fingerprint));
            keys.withdraw(a().custodian(), fingerprint);
            refused("INTAKE_SIGNER_UNKNOWN", () -> receive(order(), list));
            refused(
                    "CERTIFICATE_WITHDRAWN",
                    () -> keys.register(a().custodian(), stolen.publicKey()));
        }
    }

    @Test
    void takesACardOnceThoughACompressedListNamesItAHundredTimes() {
        String row = TestAccounts.pans(TestAccounts.csv(1)).getFirst() + ",2912,201,Ana\n";
        String list = "pan,expiry,service_code,cardholder_name\n" + row.repeat(100);
        byte[] sealed = bank.seal(list.getBytes(StandardCharsets.US_ASCII), ours());
        IntakeReport report = receive(order(), sealed);
        assertThat(report.accepted()).isEqualTo(1);
        assertThat(report.errors()).hasSize(99).allMatch(e -> e.code().equals("DUPLICATE_IN_FILE"));
    }

    /** Nothing is kept of a changed file. */
    @Test
    void keepsNothingElseThanWhatTheBankSent() {
        Random random = new Random(9580);
        byte[] sealed = bank.seal(TestAccounts.csv(20), ours());
        for (int i = 0; i < 60; i++) {
            byte[] changed = sealed.clone();
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            if (i % 5 == 0) {
                changed = Arrays.copyOf(sealed, random.nextInt(sealed.length));
            }
            byte[] sent = changed;
            CardOrderId order = order();
            assertThatThrownBy(() -> receive(order, sent)).isInstanceOf(Refusal.class);
            refused("NOT_FOUND", () -> vault.open(a().tenant(), order, List.of(1)));
        }
    }

    private String ours() {
        return "Cardloom intake " + a().tenant().value();
    }

    private IssuerWorld a() {
        return issuers.a();
    }

    private IntakeReport receive(CardOrderId order, byte[] sealed) {
        return desk.receive(a().approver(), a().program(), order, sealed);
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
