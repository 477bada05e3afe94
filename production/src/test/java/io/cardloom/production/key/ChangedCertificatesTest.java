package io.cardloom.production.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.cardloom.production.fixture.GnupgIssuer;
import io.cardloom.production.fixture.OpensslIssuer;
import io.cardloom.tenancy.refusal.Refusal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Certificates and keys that were changed: 10,000 of each end with a documented refusal, or pass.
 */
class ChangedCertificatesTest {

    private static final int CASES = 10_000;

    @TempDir Path folder;

    private final Random random = new Random(5280);

    @Test
    void refusesAChangedCertificateByADocumentedCode() {
        byte[] pem = OpensslIssuer.in(folder, "lists", 30).certificatePem();
        String body = new String(pem, java.nio.charset.StandardCharsets.US_ASCII);
        byte[] der = Base64.getMimeDecoder().decode(body.replaceAll("-----[A-Z ]+-----", ""));
        changed(
                der,
                bytes ->
                        CertificateReader.judge(
                                CertificateReader.read(bytes),
                                CertificatePurpose.ISSUER_SIGNING,
                                Instant.now()),
                Set.of(
                        "CERTIFICATE_UNREADABLE",
                        "CERTIFICATE_EXPIRED",
                        "CERTIFICATE_NOT_YET_VALID",
                        "CERTIFICATE_WEAK",
                        "CERTIFICATE_PURPOSE"),
                "CERTIFICATE_UNREADABLE");
    }

    @Test
    void refusesAChangedOpenPgpKeyByADocumentedCode() {
        try (GnupgIssuer bank = GnupgIssuer.in(folder, "lists", "ed25519")) {
            byte[] binary = bank.gpg(bank.publicKey(), "--dearmor");
            changed(
                    binary,
                    bytes -> {
                        OpenPgpCertificate key = OpenPgpReader.read(bytes);
                        OpenPgpReader.judge(key, Instant.now());
                    },
                    Set.of(
                            "OPENPGP_UNREADABLE",
                            "OPENPGP_SECRET",
                            "OPENPGP_REVOKED",
                            "OPENPGP_EXPIRED",
                            "OPENPGP_WEAK"),
                    "OPENPGP_UNREADABLE");
        }
    }

    private void changed(byte[] whole, Consumer<byte[]> read, Set<String> codes, String usual) {
        read.accept(whole);
        Map<String, Integer> outcomes = new TreeMap<>();
        for (int i = 0; i < CASES; i++) {
            try {
                read.accept(mutated(whole));
                outcomes.merge("read", 1, Integer::sum);
            } catch (Refusal refusal) {
                assertThat(refusal.code()).isIn(codes);
                outcomes.merge(refusal.code(), 1, Integer::sum);
            }
        }
        assertThat(outcomes).as("" + outcomes).containsKey(usual);
        assertThat(outcomes.get(usual)).as("" + outcomes).isGreaterThan(CASES / 10);
    }

    private byte[] mutated(byte[] from) {
        byte[] bytes = from.clone();
        for (int changes = random.nextInt(1, 4); changes > 0; changes--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return random.nextInt(8) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    }
}
