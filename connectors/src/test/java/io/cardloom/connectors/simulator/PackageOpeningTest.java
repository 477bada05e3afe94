package io.cardloom.connectors.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.connectors.bureau.PackageSeal;
import io.cardloom.connectors.bureau.Packages;
import io.cardloom.production.output.RunPackage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.KeyPair;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The bureau believes a whole package of a known sender, and nothing else. */
@Timeout(60)
class PackageOpeningTest {

    private final TestKeys cardloom = new TestKeys();
    private final KeyPair pair = TestKeys.bureau();
    private final BureauKeys keys =
            new BureauKeys(pair.getPrivate(), TestKeys.certificate(pair, "Bureau"));
    private final PackageOpening opening =
            new PackageOpening(
                    keys,
                    shown ->
                            shown.equals(cardloom.cardloom())
                                    ? Optional.of("ten_ours")
                                    : Optional.empty());

    PackageOpeningTest() throws Exception {}

    @Test
    void opensWhatCardloomSealed() throws Exception {
        RunPackage what = Packages.of(9, 10, 20_000);
        PackageOpening.Opened opened = open(sealed(cardloom, what));
        assertThat(opened.sender()).isEqualTo("ten_ours");
        assertThat(opened.manifest().packageName()).isEqualTo(what.name().value());
        assertThat(opened.manifest().cards()).isEqualTo(9);
        assertThat(opened.manifest().stock()).isEqualTo(10);
    }

    @Test
    void refusesAStrangersSignature() throws Exception {
        byte[] sealed = sealed(new TestKeys(), Packages.of(9, 10, 20_000));
        assertThatThrownBy(() -> open(sealed))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("sender");
    }

    @Test
    void neverBelievesAPackageWithAByteChangedOrMissing() throws Exception {
        byte[] sealed = sealed(cardloom, Packages.of(9, 10, 3_000));
        PackageOpening.Opened truth = open(sealed);
        Random random = new Random(11);
        int refused = 0;
        for (int i = 0; i < 300; i++) {
            byte[] changed = sealed.clone();
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            refused += refused(changed, truth) ? 1 : 0;
        }
        // A bit in a field that means nothing (a version) may pass; then the content is the same.
        assertThat(refused).isGreaterThan(280);
        for (int i = 0; i < 50; i++) {
            byte[] cut = Arrays.copyOf(sealed, random.nextInt(sealed.length - 200));
            assertThat(refused(cut, truth)).isTrue();
        }
    }

    private boolean refused(byte[] changed, PackageOpening.Opened truth) {
        try {
            assertThat(open(changed)).isEqualTo(truth);
            return false;
        } catch (IOException | RuntimeException e) {
            return true;
        }
    }

    private PackageOpening.Opened open(byte[] sealed) throws IOException {
        return opening.open(new ByteArrayInputStream(sealed));
    }

    private byte[] sealed(TestKeys by, RunPackage what) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String manifest = PackageSeal.seal(what, by.signer(), keys.certificate(), out);
        assertThat(manifest).hasSize(64);
        return out.toByteArray();
    }
}
