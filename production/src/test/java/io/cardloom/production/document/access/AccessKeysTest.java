package io.cardloom.production.document.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.cardloom.production.document.mrz.AnyZone;
import io.cardloom.production.document.mrz.Mrz;
import io.cardloom.production.document.mrz.MrzFormat;
import io.cardloom.tenancy.refusal.Refusal;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Random;
import org.jmrtd.BACKey;
import org.jmrtd.PACEKeySpec;
import org.jmrtd.Util;
import org.junit.jupiter.api.Test;

class AccessKeysTest {

    /** ICAO Doc 9303-11, appendix D.2 (as in gmrtd/gmrtd and ZeroPass/dmrtd). */
    @Test
    void derivesTheBasicAccessKeysOfTheStandard() {
        String information = "L898902C<369080619406236";
        assertThat(hex(AccessKeys.seed(information))).isEqualTo("239AB9CB282DAF66231DC5A4DF6BFBAE");
        assertThat(hex(AccessKeys.basic(information, 1)))
                .isEqualTo("AB94FDECF2674FDFB9B391F85D7F76F2");
        assertThat(hex(AccessKeys.basic(information, 2)))
                .isEqualTo("7962D9ECE03D1ACD4C76089DCE131543");
    }

    /** ICAO Doc 9303-11, appendix D.2 with the long number (ZeroPass/dmrtd). */
    @Test
    void derivesTheSeedOfALongNumber() {
        Mrz zone =
                Mrz.read(
                        "I<UTOSTEVENSON<<PETER<JOHN<<<<<<<<<<D23145890<UTO3407127M95071227349<<<8");
        assertThat(hex(AccessKeys.seed(zone.information())))
                .isEqualTo("B366AD857DDCA2B08C0E299811714730");
    }

    /** ICAO Doc 9303-11, appendix G.1: document T22000129. */
    @Test
    void derivesThePasswordKeyOfTheStandard() {
        assertThat(hex(AccessKeys.password("T22000129364081251010318", AccessCipher.AES_128)))
                .isEqualTo("89DED1B26624EC1E634C1989302849DD");
    }

    /** ZeroPass/dmrtd, key tests: access number 123456. */
    @Test
    void derivesThePasswordKeyOfAnAccessNumber() {
        byte[] key = AccessKeys.password(new CardAccessNumber("123456"), AccessCipher.AES_128);
        assertThat(hex(key)).isEqualTo("591468CDA83D65219CCCB8560233600F");
    }

    @Test
    void derivesTheSameKeysAsAnIndependentReader() throws GeneralSecurityException {
        Random random = new Random(11);
        for (int i = 0; i < 2_000; i++) {
            MrzFormat format = MrzFormat.values()[i % 3];
            Mrz zone = AnyZone.fields(random, format).zone(format);
            int birth = zone.information().length() - 14;
            BACKey password =
                    new BACKey(
                            zone.documentNumber(),
                            zone.information().substring(birth, birth + 6).replace('<', '0'),
                            zone.information().substring(birth + 7, birth + 13));
            if (zone.information().contains("<<")) {
                continue;
            }
            byte[] seed =
                    Util.computeKeySeed(
                            password.getDocumentNumber(),
                            password.getDateOfBirth(),
                            password.getDateOfExpiry(),
                            "SHA-1",
                            true);
            assertThat(even(AccessKeys.encryption(zone)))
                    .isEqualTo(first16(Util.deriveKey(seed, ENCRYPTION).getEncoded()));
            assertThat(even(AccessKeys.mac(zone)))
                    .isEqualTo(first16(Util.deriveKey(seed, MAC).getEncoded()));
            PACEKeySpec zoneKey = PACEKeySpec.createMRZKey(password);
            PACEKeySpec numberKey = PACEKeySpec.createCANKey("%06d".formatted(i));
            for (AccessCipher cipher : AccessCipher.values()) {
                assertThat(plain(AccessKeys.password(zone, cipher), cipher))
                        .isEqualTo(pace(zoneKey, cipher));
                CardAccessNumber number = new CardAccessNumber("%06d".formatted(i));
                assertThat(plain(AccessKeys.password(number, cipher), cipher))
                        .isEqualTo(pace(numberKey, cipher));
            }
        }
    }

    @Test
    void drawsAccessNumbersOfSixDigitsAndShowsNone() {
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            assertThat(CardAccessNumber.drawn(random).digits()).hasSize(6);
        }
        CardAccessNumber number = new CardAccessNumber("123456");
        assertThat(number.toString()).doesNotContain("123456");
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> new CardAccessNumber("12345"))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.code()).isEqualTo("CARD_ACCESS_NUMBER"));
    }

    private static final int ENCRYPTION = 1;
    private static final int MAC = 2;

    private static byte[] pace(PACEKeySpec password, AccessCipher cipher)
            throws GeneralSecurityException {
        String algorithm = cipher == AccessCipher.TDEA ? "DESede" : "AES";
        int bits = cipher == AccessCipher.TDEA ? 128 : cipher.bytes() * 8;
        byte[] key = Util.deriveKey(password.getKey(), algorithm, bits, 3).getEncoded();
        return cipher == AccessCipher.TDEA ? first16(key) : key;
    }

    private static byte[] plain(byte[] key, AccessCipher cipher) {
        return cipher == AccessCipher.TDEA ? even(key) : key;
    }

    /** Without parity bits, which the other one leaves as they fall. */
    private static byte[] even(byte[] key) {
        for (int i = 0; i < key.length; i++) {
            assertThat(Integer.bitCount(key[i] & 0xFF) % 2).as("parity").isEqualTo(1);
            key[i] &= (byte) 0xFE;
        }
        return key;
    }

    /** A two-key triple DES key without the first one said again, and without parity bits. */
    private static byte[] first16(byte[] key) {
        byte[] first = java.util.Arrays.copyOf(key, 16);
        for (int i = 0; i < first.length; i++) {
            first[i] &= (byte) 0xFE;
        }
        return first;
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }
}
