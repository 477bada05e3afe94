package io.cardloom.connectors.bureau;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.connectors.simulator.TestKeys;
import io.cardloom.production.RunId;
import io.cardloom.production.output.Acknowledgement;
import io.cardloom.production.output.PackageName;
import io.cardloom.tenancy.refusal.Refusal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AcknowledgementFileTest {

    private static final String MANIFEST = "cd".repeat(32);

    private final PackageName name =
            new PackageName(RunId.next(Clock.systemUTC()) + "-" + "ab".repeat(16));

    private KeyPair bureau;
    private X509Certificate registered;

    @TempDir private Path folder;

    @BeforeEach
    void makeTheBureau() throws Exception {
        bureau = TestKeys.pair("EC", 256);
        registered = TestKeys.certificate(bureau, "Bureau");
    }

    @Test
    void believesTheRegisteredBureau() throws Exception {
        Acknowledgement said = verify(signed(statement(100, 120, 98, 3, 19, List.of(7, 42))));
        assertThat(said.name()).isEqualTo(name);
        assertThat(said.good()).isEqualTo(98);
        assertThat(said.spoiled()).isEqualTo(3);
        assertThat(said.left()).isEqualTo(19);
        assertThat(said.spoiledNumbers()).containsExactly(7, 42);
        assertThat(said.signer()).contains("Bureau");
    }

    @Test
    void believesWhatOpensslSignedWithTheRegisteredKey() throws Exception {
        Path json =
                Files.write(
                        folder.resolve("ack.json"), statement(5, 5, 5, 0, 0, List.of()).bytes());
        Path key = OpenSsl.pem(folder.resolve("k.pem"), bureau.getPrivate());
        Path certificate = OpenSsl.pem(folder.resolve("c.pem"), registered);
        Path out = folder.resolve("ack.p7s");
        OpenSsl.run(
                "cms",
                "-sign",
                "-binary",
                "-nodetach",
                "-outform",
                "DER",
                "-md",
                "sha256",
                "-in",
                json.toString(),
                "-signer",
                certificate.toString(),
                "-inkey",
                key.toString(),
                "-out",
                out.toString());
        assertThat(verify(Files.readAllBytes(out)).good()).isEqualTo(5);
    }

    @Test
    void refusesASignatureOfSomebodyElse() throws Exception {
        KeyPair stranger = TestKeys.pair("EC", 256);
        byte[] file =
                TestKeys.sign(
                        statement(5, 5, 5, 0, 0, List.of()).bytes(),
                        stranger.getPrivate(),
                        TestKeys.certificate(stranger, "Stranger"));
        assertRefused(file, "ACKNOWLEDGEMENT_SIGNER_UNKNOWN");
    }

    @Test
    void refusesASignatureOfSomebodyWhoBorrowsTheBureausName() throws Exception {
        KeyPair stranger = TestKeys.pair("EC", 256);
        byte[] file =
                TestKeys.sign(
                        statement(5, 5, 5, 0, 0, List.of()).bytes(),
                        stranger.getPrivate(),
                        registered);
        assertRefused(file, "ACKNOWLEDGEMENT_TAMPERED");
    }

    @Test
    void refusesAChangedCount() throws Exception {
        byte[] file = signed(statement(100, 120, 98, 3, 19, List.of(7, 42)));
        String text = new String(file, StandardCharsets.ISO_8859_1);
        assertThat(text).contains("\"good\":98");
        byte[] changed =
                text.replace("\"good\":98", "\"good\":99").getBytes(StandardCharsets.ISO_8859_1);
        assertRefused(changed, "ACKNOWLEDGEMENT_TAMPERED");
    }

    @Test
    void neverBelievesAFileWithOneByteChanged() throws Exception {
        byte[] file = signed(statement(100, 120, 98, 3, 19, List.of(7, 42)));
        Acknowledgement truth = verify(file);
        Random random = new Random(3);
        for (int i = 0; i < 400; i++) {
            byte[] changed = file.clone();
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            try {
                assertThat(verify(changed)).isEqualTo(truth);
            } catch (Refusal e) {
                assertThat(e.code()).startsWith("ACKNOWLEDGEMENT_");
            }
        }
    }

    @Test
    void refusesAnotherPackageOrOtherContent() throws Exception {
        PackageName other = new PackageName(RunId.next(Clock.systemUTC()) + "-" + "ef".repeat(16));
        byte[] file = signed(statement(5, 5, 5, 0, 0, List.of()));
        assertThatThrownBy(
                        () ->
                                AcknowledgementFile.verify(
                                        file, List.of(registered), other, MANIFEST))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        r -> assertThat(r.code()).isEqualTo("ACKNOWLEDGEMENT_OTHER_PACKAGE"));
        assertThatThrownBy(
                        () ->
                                AcknowledgementFile.verify(
                                        file, List.of(registered), name, "00".repeat(32)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        r -> assertThat(r.code()).isEqualTo("ACKNOWLEDGEMENT_WRONG_HASH"));
    }

    @Test
    void refusesCountsThatDoNotAddUp() throws Exception {
        List<AcknowledgementStatement> wrong =
                List.of(
                        statement(5, 5, 4, 0, 1, List.of()),
                        statement(5, 6, 5, 0, 0, List.of()),
                        statement(5, 5, 4, 1, 0, List.of()),
                        statement(5, 5, 3, 1, 1, List.of(1, 2)),
                        statement(5, 6, 3, 3, 0, List.of(2, 2)),
                        statement(5, 5, 4, 1, 0, List.of(6)),
                        statement(5, 5, 4, 1, 0, List.of(0)),
                        statement(5, 5, 6, 0, -1, List.of()),
                        statement(0, 0, 0, 0, 0, List.of()));
        for (AcknowledgementStatement statement : wrong) {
            assertRefused(signed(statement), "ACKNOWLEDGEMENT_COUNTS");
        }
    }

    @Test
    void refusesWhatIsNotAnAcknowledgement() throws Exception {
        assertRefused(new byte[0], "ACKNOWLEDGEMENT_UNREADABLE");
        assertRefused("good: 5".getBytes(StandardCharsets.US_ASCII), "ACKNOWLEDGEMENT_UNREADABLE");
        for (String json :
                List.of(
                        "{}",
                        "[]",
                        "{\"schema\":2}",
                        "not json",
                        new String(
                                        statement(5, 5, 5, 0, 0, List.of()).bytes(),
                                        StandardCharsets.UTF_8)
                                .replace("\"schema\"", "\"cardholder\":\"x\",\"schema\""))) {
            byte[] file =
                    TestKeys.sign(
                            json.getBytes(StandardCharsets.UTF_8), bureau.getPrivate(), registered);
            assertRefused(file, "ACKNOWLEDGEMENT_UNREADABLE");
        }
    }

    private AcknowledgementStatement statement(
            int cards, int stock, int good, int spoiled, int left, List<Integer> numbers) {
        return new AcknowledgementStatement(
                1, name.value(), MANIFEST, cards, stock, good, spoiled, left, numbers);
    }

    private byte[] signed(AcknowledgementStatement statement) throws Exception {
        return TestKeys.sign(statement.bytes(), bureau.getPrivate(), registered);
    }

    private Acknowledgement verify(byte[] file) {
        return AcknowledgementFile.verify(file, List.of(registered), name, MANIFEST);
    }

    private void assertRefused(byte[] file, String code) {
        assertThatThrownBy(() -> verify(file))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo(code));
    }
}
