package io.cardloom.production.emv;

import static org.assertj.core.api.Assertions.assertThat;

import io.cardloom.production.accountdata.AccountRecord;
import io.cardloom.production.accountdata.CardholderName;
import io.cardloom.production.accountdata.ExpiryDate;
import io.cardloom.production.accountdata.Pan;
import io.cardloom.production.accountdata.PanSequenceNumber;
import io.cardloom.production.accountdata.ServiceCode;
import io.cardloom.production.key.store.StripeKeys;
import io.cardloom.production.verification.VerificationValue;
import io.cardloom.tenancy.fixture.TwoIssuers;
import io.cardloom.tenancy.program.ProgramId;
import io.cardloom.tenancy.tenant.TenantId;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/**
 * Measures cards a second of processor time against openssl's raw signatures with a key of the same
 * 1408 bits, in one run. Needs a C compiler and libssl-dev. Run by {@code ./cardloom bench
 * production}.
 */
@SpringBootTest
class ChipBench {

    private static final int CARDS = 40;
    private static final int WARM_ROUNDS = 25;
    private static final int ROUNDS = 25;
    private static final double GOAL = 0.35;

    @Autowired ApplicationProfiles profiles;
    @Autowired IccKeys keys;
    @Autowired ChipKeystore keystore;
    @Autowired StripeKeys stripeKeys;
    @Autowired TwoIssuers issuers;

    @TempDir Path folder;

    @Test
    void preparesAThirdOfACardInTheTimeOfOneSignature() throws Exception {
        TenantId tenant = issuers.another("Figures").tenant();
        ApplicationProfile profile = profiles.named("neutral");
        keys.fill(tenant, profile.iccKeyBits(), CARDS);
        List<TakenIccKey> taken =
                keys.take(
                        tenant,
                        profile.iccKeyBits(),
                        IntStream.range(0, CARDS).mapToObj(i -> "figures/" + i).toList());
        ChipSecurity security = keystore.session(tenant);
        TestAuthority authority = new TestAuthority();
        ChipPreparation preparation =
                new ChipPreparation(
                        profile,
                        authority.certified(security.issuerKey(), "999900", "3112"),
                        security);
        StripeKeys.Verifier verifier =
                stripeKeys.verifier(tenant, ProgramId.next(Clock.systemUTC()));
        round(preparation, verifier, taken, WARM_ROUNDS);
        double before = signatures();
        long nanos = round(preparation, verifier, taken, ROUNDS);
        double after = signatures();
        double cards = CARDS * ROUNDS * 1e9 / nanos;
        double ratio = cards / ((before + after) / 2);
        System.out.printf(
                Locale.ROOT,
                "bench chip data: %.0f cards/s, openssl %.0f and %.0f signatures/s of 1408 bits"
                        + " before and after, %.2f cards a signature%n",
                cards,
                before,
                after,
                ratio);
        assertThat(ratio).isGreaterThanOrEqualTo(GOAL);
    }

    private static long round(
            ChipPreparation preparation,
            StripeKeys.Verifier verifier,
            List<TakenIccKey> taken,
            int rounds) {
        long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long bytes = 0;
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < taken.size(); i++) {
                AccountRecord card = card(i);
                String image = "00000" + verifier.value(VerificationValue.CHIP, card);
                bytes +=
                        preparation
                                .record(card, new TrackImage(image, image), taken.get(i))
                                .line()
                                .length();
            }
        }
        assertThat(bytes).isPositive();
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun;
    }

    private double signatures() throws Exception {
        Path program = folder.resolve("rsa_signatures");
        if (!Files.exists(program)) {
            Path source = folder.resolve("rsa_signatures.c");
            try (InputStream in = getClass().getResourceAsStream("/figures/rsa_signatures.c")) {
                Files.write(source, Objects.requireNonNull(in).readAllBytes());
            }
            run("cc", "-O2", "-o", program.toString(), source.toString(), "-lcrypto");
        }
        return Double.parseDouble(run(program.toString()).strip());
    }

    private static String run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as("apt-get install gcc libssl-dev is needed: %s", said)
                .isZero();
        return said;
    }

    private static AccountRecord card(int number) {
        return new AccountRecord(
                Pan.withCheckDigit("99990012345" + (1_000 + number)),
                new PanSequenceNumber(1),
                new ExpiryDate("3002"),
                new ServiceCode("201"),
                new CardholderName("Zoë O’Brien", "ZOE O BRIEN"),
                "",
                "");
    }
}
