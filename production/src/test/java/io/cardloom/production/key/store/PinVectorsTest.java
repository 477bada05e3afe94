package io.cardloom.production.key.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.production.verification.Ibm3624;
import io.cardloom.production.verification.PinBlockFormat;
import io.cardloom.tenancy.refusal.Refusal;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.random.RandomGenerator;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** PIN calculations against the vectors of public projects, named at each test. */
class PinVectorsTest {

    private static final String KEY = "0123456789ABCDEFFEDCBA9876543210";
    private static final String TABLE = "1234567890123456";

    /** knovichikhin/psec tests/test_pin.py; the last one needs the second pass. */
    @ParameterizedTest
    @CsvSource({
        "1, 4524, 1122334455667788, 8523",
        "2, 1912, 1122334455667788, 3244",
        "1, 0570, 1122334455667718, 3144",
        "1, 8299, 1122334455667708, 4422"
    })
    void makesThePinVerificationValues(int index, String pin, String pan, String expected) {
        assertThat(new PinVerificationKey(pair(KEY)).value(pan, index, digits(pin)))
                .isEqualTo(expected);
    }

    /** knovichikhin/psec tests/test_pin.py. */
    @ParameterizedTest
    @CsvSource({
        "0, 16, F, 4524",
        "0, 16, f, 4524",
        "0, 14, F, 5518",
        "1, 14, 1, 3675",
        "2, 14, 1, 5550"
    })
    void derivesTheNaturalPins(int from, int length, char pad, String expected) {
        Ibm3624 rule = new Ibm3624(TABLE, from, length, pad);
        byte[] pin =
                new PinGenerationKey(pair(KEY))
                        .natural(rule.validationData("1122334455667788"), TABLE, 4);
        assertThat(pin).isEqualTo(digits(expected));
    }

    /** knovichikhin/psec tests/test_pin.py. */
    @ParameterizedTest
    @CsvSource({
        "4524, 0, 16, F, 0000", "5635, 0, 16, F, 1111", "0000, 0, 16, F, 6586",
        "1111, 0, 16, F, 7697", "1234, 0, 16, F, 7710", "5518, 0, 14, F, 0000",
        "3675, 1, 14, 1, 0000", "5550, 2, 14, 1, 0000"
    })
    void makesTheOffsets(String pin, int from, int length, char pad, String expected) {
        Ibm3624 rule = new Ibm3624(TABLE, from, length, pad);
        assertThat(
                        new PinGenerationKey(pair(KEY))
                                .offset(
                                        rule.validationData("1122334455667788"),
                                        TABLE,
                                        digits(pin)))
                .isEqualTo(expected);
    }

    /** knovichikhin/psec tests/test_pinblock.py; the last of format 0 from EFTlab's list. */
    @ParameterizedTest
    @CsvSource({
        "ISO_0, 1234, 5555555551234567, 041261AAAAEDCBA9",
        "ISO_0, 123456789, 5555555551234567, 091261032D8DCBA9",
        "ISO_0, 1234567890, 5555555551234567, 0A1261032D82CBA9",
        "ISO_0, 123456789012, 5555555551234567, 0C1261032D8226A9",
        "ISO_0, 1234, 43219876543210987, 0412AC89ABCDEF67",
        "ISO_2, 1234, 5555555551234567, 241234FFFFFFFFFF",
        "ISO_2, 123456789, 5555555551234567, 29123456789FFFFF",
        "ISO_2, 123456789012, 5555555551234567, 2C123456789012FF"
    })
    void spellsTheBlocksThatHaveNoRandomPart(
            PinBlockFormat format, String pin, String pan, String expected) {
        byte[] field = PinField.pin(format, digits(pin), new Random(1));
        assertThat(hex(sum(field, PinField.account(format, pan)))).isEqualTo(expected);
        assertThat(PinField.digits(format, field)).isEqualTo(digits(pin));
    }

    /** knovichikhin/psec tests/test_pinblock.py: format 4, its random bytes all FF. */
    @Test
    void encryptsFormatFour() {
        RandomGenerator ones = () -> -1L;
        PinTransport transport =
                new PinTransport(
                        () -> pair(KEY),
                        () ->
                                new AesBlocks(
                                        new SecretKeySpec(
                                                bytes("00112233445566778899AABBCCDDEEFF"), "AES")),
                        ones);
        byte[] block =
                transport.encrypted(PinBlockFormat.ISO_4, digits("1234"), "1234567890123456789");
        assertThat(hex(block)).isEqualTo("28B41FDDD29B743E93124BD8E32D921E");
        assertThat(transport.decrypted(PinBlockFormat.ISO_4, block, "1234567890123456789"))
                .isEqualTo(digits("1234"));
    }

    /**
     * No fixed vector can be: the filling is random. Checked as openemv/dukpt
     * tests/pinblock_format1_test.c and pinblock_format3_test.c do: digits and kind of filling.
     */
    @Test
    void fillsFormatsOneAndThreeAtRandom() {
        Random random = new Random(9_564);
        byte[] one = PinField.pin(PinBlockFormat.ISO_1, digits("92389"), random);
        assertThat(hex(one)).startsWith("1592389");
        byte[] three = PinField.pin(PinBlockFormat.ISO_3, digits("92389"), random);
        assertThat(hex(three)).matches("3592389[A-F]{9}");
        assertThat(PinField.pin(PinBlockFormat.ISO_3, digits("92389"), random)).isNotEqualTo(three);
        byte[] account = PinField.account(PinBlockFormat.ISO_3, "43219876543210987");
        assertThat(hex(account)).isEqualTo("0000987654321098");
        assertThat(PinField.account(PinBlockFormat.ISO_1, "43219876543210987"))
                .isEqualTo(new byte[8]);
    }

    /** ISO 9564-1: what is short is filled with zeros from the left. */
    @Test
    void spellsShortAccountNumbers() {
        assertThat(hex(PinField.account(PinBlockFormat.ISO_0, "123456789012")))
                .isEqualTo("0000012345678901");
        assertThat(hex(PinField.account(PinBlockFormat.ISO_4, "123456789012")))
                .isEqualTo("01234567890120000000000000000000");
    }

    @ParameterizedTest
    @EnumSource(PinBlockFormat.class)
    void opensTenThousandBlocksAndRefusesChangedOnes(PinBlockFormat format) {
        Random random = new Random(format.control());
        byte[] aes = new byte[32];
        random.nextBytes(aes);
        PinTransport transport =
                new PinTransport(
                        () -> pair(KEY),
                        () -> new AesBlocks(new SecretKeySpec(aes, "AES")),
                        random);
        int refused = 0;
        for (int i = 0; i < 10_000; i++) {
            byte[] pin = new byte[random.nextInt(4, 13)];
            for (int d = 0; d < pin.length; d++) {
                pin[d] = (byte) random.nextInt(10);
            }
            String pan = Long.toString(random.nextLong(100_000_000_000L, Long.MAX_VALUE));
            byte[] block = transport.encrypted(format, pin, pan);
            assertThat(transport.decrypted(format, block, pan)).isEqualTo(pin);
            block[random.nextInt(block.length)] ^= (byte) (1 << random.nextInt(8));
            try {
                transport.decrypted(format, Arrays.copyOf(block, block.length), pan);
            } catch (Refusal e) {
                assertThat(e.code()).isEqualTo("PIN_BLOCK");
                refused++;
            }
        }
        // Chance lets a few pass: format 1 has no check but its first digits.
        assertThat(refused).isGreaterThan(9_000);
        assertThatThrownBy(() -> transport.decrypted(format, new byte[7], "1234567890123"))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void refusesARuleThatIsNone() {
        assertThatThrownBy(() -> new Ibm3624("123456789012345A", 0, 12, 'F'))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new Ibm3624("0000000000000001", 0, 12, 'F'))
                .as("a table that helps to guess")
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new Ibm3624(TABLE, 0, 17, 'F')).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new Ibm3624(TABLE, 0, 12, 'X')).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new Ibm3624(TABLE, 2, 12, 'F').validationData("123456789012"))
                .isInstanceOf(Refusal.class);
    }

    static DesPair pair(String hex) {
        return new DesPair(bytes(hex));
    }

    private static byte[] digits(String pin) {
        byte[] digits = new byte[pin.length()];
        for (int i = 0; i < digits.length; i++) {
            digits[i] = (byte) (pin.charAt(i) - '0');
        }
        return digits;
    }

    private static byte[] sum(byte[] one, byte[] other) {
        byte[] sum = one.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] ^= other[i];
        }
        return sum;
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }
}
