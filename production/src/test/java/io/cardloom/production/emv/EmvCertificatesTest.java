package io.cardloom.production.emv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.production.accountdata.ExpiryDate;
import io.cardloom.production.accountdata.Pan;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class EmvCertificatesTest {

    private static final Pan VISA_TEST_PAN = new Pan("4761739001010119");
    private static final String HASH_AND_TRAILER = "[0-9A-F]{40}BC";

    /** openemv/emv-utils tests/emv_rsa_test.c: the block that the authority signed, to the bit. */
    @Test
    void composesTheVisaTestIssuerCertificate() {
        CertifiedKey made =
                EmvCertificates.issuer(
                        "476173",
                        new ExpiryDate("3112"),
                        0x03DA0A,
                        key(VisaTestChain.ISSUER_MODULUS),
                        248,
                        UnaryOperator.identity());
        assertThat(hex(made.certificate()))
                .isEqualTo(
                        Terminal.plain(
                                VisaTestChain.ISSUER_CERT, "03", VisaTestChain.VISA_TEST_94));
        assertThat(made.remainder()).isEmpty();
        assertThat(made.exponent()).isEqualTo(new byte[] {3});
    }

    /** The same source; what the static data were is not published, so all but the hash. */
    @Test
    void composesTheVisaTestIccCertificate() {
        CertifiedKey made =
                EmvCertificates.icc(
                        VISA_TEST_PAN,
                        new ExpiryDate("2212"),
                        1,
                        key(VisaTestChain.ICC_MODULUS),
                        176,
                        new byte[0],
                        UnaryOperator.identity());
        String theirs = Terminal.plain(VisaTestChain.ICC_CERT, "03", VisaTestChain.ISSUER_MODULUS);
        assertThat(hex(made.certificate()).substring(0, 2 * 155))
                .isEqualTo(theirs.substring(0, 2 * 155));
        assertThat(hex(made.certificate()).substring(2 * 155)).matches(HASH_AND_TRAILER);
        assertThat(hex(made.remainder())).isEqualTo(VisaTestChain.ICC_REMAINDER);
    }

    /** The same source, as far as the hash. */
    @Test
    void composesTheVisaTestSignedStaticData() {
        byte[] made =
                EmvCertificates.staticData(
                        bytes("DAC0"), 176, new byte[0], UnaryOperator.identity());
        String theirs = Terminal.plain(VisaTestChain.SSAD, "03", VisaTestChain.ISSUER_MODULUS);
        assertThat(hex(made).substring(0, 2 * 155)).isEqualTo(theirs.substring(0, 2 * 155));
        assertThat(theirs)
                .as("the hash that the source names")
                .endsWith("4E2821974D704E338E7218F887763F7BDCE2B814BC");
    }

    @Test
    void readsTheVisaTestIssuerCertificate() {
        IssuerCertificate read = read(VisaTestChain.ISSUER_CERT);
        assertThat(read.iin()).isEqualTo("476173");
        assertThat(read.expiry()).isEqualTo(new ExpiryDate("3112"));
        assertThat(read.serial()).isEqualTo(0x03DA0A);
        assertThat(read.key()).isEqualTo(key(VisaTestChain.ISSUER_MODULUS));
    }

    /** The bad certificate of the same source differs in its last byte. */
    @Test
    void refusesTheBadVisaTestIssuerCertificate() {
        String bad =
                VisaTestChain.ISSUER_CERT.substring(0, VisaTestChain.ISSUER_CERT.length() - 2)
                        + "2D";
        assertThatThrownBy(() -> read(bad)).isInstanceOf(IllegalArgumentException.class);
    }

    /** The same source: with exponent 65537, which was not certified. */
    @Test
    void refusesAnExponentThatWasNotCertified() {
        CertifiedKey other =
                new CertifiedKey(bytes(VisaTestChain.ISSUER_CERT), new byte[0], bytes("010001"));
        ChipPublicKey authority = key(VisaTestChain.VISA_TEST_94);
        assertThatThrownBy(() -> EmvCertificates.issuer(other, authority))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void throwsNothingButTheRefusalForChangedCertificates() {
        Random random = new Random(6);
        for (int i = 0; i < 10_000; i++) {
            byte[] changed = bytes(VisaTestChain.ISSUER_CERT);
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            assertThatThrownBy(() -> read(hex(changed)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void refusesSignaturesOfAnotherLength() {
        ChipPublicKey authority = key(VisaTestChain.VISA_TEST_94);
        assertThatThrownBy(() -> authority.recover(new byte[247]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> authority.recover(bytes("FF".repeat(248))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesKeysThatEmvDoesNotHave() {
        assertThatThrownBy(() -> key("FF".repeat(249)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> key("7F".repeat(128)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ChipPublicKey(BigInteger.ONE.shiftLeft(1023), 17))
                .isInstanceOf(IllegalArgumentException.class);
        ChipPublicKey longer = key("FF".repeat(180));
        assertThatThrownBy(
                        () ->
                                EmvCertificates.icc(
                                        VISA_TEST_PAN,
                                        new ExpiryDate("3112"),
                                        1,
                                        longer,
                                        176,
                                        new byte[0],
                                        UnaryOperator.identity()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static IssuerCertificate read(String certificate) {
        return EmvCertificates.issuer(
                new CertifiedKey(bytes(certificate), new byte[0], new byte[] {3}),
                key(VisaTestChain.VISA_TEST_94));
    }

    static ChipPublicKey key(String modulus) {
        return new ChipPublicKey(new BigInteger(modulus, 16), 3);
    }

    static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }
}
