package io.cardloom.production.accountdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.tenancy.refusal.Refusal;
import java.time.YearMonth;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AccountDataTest {

    @Test
    void knowsGoodCheckDigitsFromBadOnes() {
        Random random = new Random(7812);
        for (int i = 0; i < 10_000; i++) {
            Pan pan = somePan(random);
            String digits = pan.digits();
            int place = random.nextInt(digits.length());
            char other = (char) ('0' + (digits.charAt(place) - '0' + 1 + random.nextInt(9)) % 10);
            String mistyped = digits.substring(0, place) + other + digits.substring(place + 1);
            refuses("PAN_LUHN", () -> new Pan(mistyped));
        }
    }

    /** The well-known example of the algorithm, 4992739871 and 6, with a zero in front. */
    @Test
    void computesTheKnownCheckDigit() {
        assertThat(Pan.withCheckDigit("04992739871").digits()).isEqualTo("049927398716");
        refuses("PAN_LUHN", () -> new Pan("049927398717"));
    }

    @Test
    void neverPrintsWhatItHolds() {
        Random random = new Random(4);
        for (int i = 0; i < 1_000; i++) {
            AccountRecord record = someRecord(random);
            String printed =
                    ""
                            + record
                            + record.pan()
                            + record.expiry()
                            + record.name()
                            + record.serviceCode();
            assertThat(printed)
                    .doesNotContain(record.pan().digits())
                    .doesNotContain(record.name().printed())
                    .doesNotContain(record.expiry().yymm());
            String masked = record.pan().masked();
            assertThat(masked)
                    .startsWith(record.pan().digits().substring(0, 6))
                    .hasSameSizeAs(record.pan().digits())
                    .matches("[0-9]{6}\\*+[0-9]{4}");
        }
    }

    @Test
    void refusesAPanWithoutRepeatingIt() {
        refuses("PAN_DIGITS", () -> new Pan("9999 0000 0000 0018"));
        refuses("PAN_LENGTH", () -> new Pan("99990000001"));
        refuses("PAN_LENGTH", () -> new Pan("9".repeat(20)));
    }

    @Test
    void readsExpiryServiceCodeAndSequenceNumber() {
        assertThat(new ExpiryDate("2912").printed()).isEqualTo("12/29");
        assertThat(new ExpiryDate("2611").before(YearMonth.of(2026, 11))).isFalse();
        assertThat(new ExpiryDate("2610").before(YearMonth.of(2026, 11))).isTrue();
        refuses("EXPIRY_FORMAT", () -> new ExpiryDate("1229x"));
        refuses("EXPIRY_FORMAT", () -> new ExpiryDate("2913"));
        refuses("EXPIRY_FORMAT", () -> new ExpiryDate("2900"));
        refuses("SERVICE_CODE", () -> new ServiceCode("301"));
        refuses("SERVICE_CODE", () -> new ServiceCode("211"));
        refuses("SERVICE_CODE", () -> new ServiceCode("208"));
        assertThat(PanSequenceNumber.of("")).isEqualTo(PanSequenceNumber.NONE);
        assertThat(PanSequenceNumber.of("07").number()).isEqualTo(7);
        refuses("PSN", () -> PanSequenceNumber.of("100"));
        refuses("PSN", () -> PanSequenceNumber.of("x"));
    }

    /** Letters after ICAO Doc 9303-3, section 6, table A. */
    @Test
    void writesNamesInTheLettersOfTheStripe() {
        encodes("José García-López", "JOSE GARCIA-LOPEZ");
        encodes("Jürgen Müller-Weiß", "JUERGEN MUELLER-WEISS");
        encodes("Siobhán O’Brien", "SIOBHAN OBRIEN");
        encodes("Mary O'Neill", "MARY ONEILL");
        encodes("Łukasz Żółć", "LUKASZ ZOLC");
        encodes("Åsa Sjöström", "AASA SJOESTROEM");
        encodes("Þórður Æsir", "THORDUR AESIR");
        encodes("Nguyễn Thị Hiền", "NGUYEN THI HIEN");
        encodes("Jean-François d'Œuvre", "JEAN-FRANCOIS DOEUVRE");
        encodes("İpek Yıldız", "IPEK YILDIZ");
        encodes("Dr. Ana Ǆamija", "DR. ANA Ǆ", "ENCODED_NAME_CHARACTERS");
    }

    @Test
    void saysWhenTheStripeDiffersFromThePrint() {
        assertThat(CardholderName.of("Ana Silva", "").isAltered()).isFalse();
        assertThat(CardholderName.of("Ana Simões", "").isAltered()).isTrue();
        CardholderName given = CardholderName.of("Müller", "MULLER/HANS");
        assertThat(given.encoded()).isEqualTo("MULLER/HANS");
        assertThat(given.isAltered()).isTrue();
    }

    @Test
    void composesAccentsThatCameApart() {
        CardholderName name = CardholderName.of(" Jose\u0301 ", "");
        assertThat(name.printed()).isEqualTo("José");
        assertThat(name.encoded()).isEqualTo("JOSE");
    }

    @Test
    void refusesNamesThatCannotBeMade() {
        refuses("NAME_EMPTY", () -> CardholderName.of("  ", ""));
        refuses("NAME_TOO_LONG", () -> CardholderName.of("A".repeat(41), "A"));
        refuses("NAME_CHARACTERS", () -> CardholderName.of("Анна", ""));
        refuses("NAME_CHARACTERS", () -> CardholderName.of("=HYPERLINK(1)", ""));
        refuses("NAME_CHARACTERS", () -> CardholderName.of("Ana\u202ESilva", ""));
        refuses("NAME_CHARACTERS", () -> CardholderName.of("- .", ""));
        refuses("ENCODED_NAME_LENGTH", () -> CardholderName.of("A".repeat(27), ""));
        refuses("ENCODED_NAME_LENGTH", () -> CardholderName.of("A", ""));
        refuses("ENCODED_NAME_CHARACTERS", () -> CardholderName.of("Ana", "Ana"));
        refuses("ENCODED_NAME_CHARACTERS", () -> CardholderName.of("Ana", "O'BRIEN"));
        refuses("ENCODED_NAME_CHARACTERS", () -> CardholderName.of("Ana", "ANA "));
    }

    @Test
    void comesBackFromItsBytesAndRefusesDamagedOnes() {
        Random random = new Random(5);
        for (int i = 0; i < 10_000; i++) {
            AccountRecord record = someRecord(random);
            byte[] bytes = record.toBytes();
            assertThat(AccountRecord.fromBytes(bytes)).isEqualTo(record);
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
            try {
                assertThat(AccountRecord.fromBytes(bytes)).isNotNull();
            } catch (IllegalArgumentException | Refusal e) {
                assertThat(e.getMessage()).doesNotContain(record.pan().digits());
            }
        }
    }

    private static void encodes(String printed, String encoded) {
        assertThat(CardholderName.of(printed, "").encoded()).isEqualTo(encoded);
    }

    private static void encodes(String printed, String unusable, String code) {
        assertThat(Transliteration.toStripe(printed)).startsWith(unusable.substring(0, 8));
        refuses(code, () -> new CardholderName(printed, unusable));
    }

    private static void refuses(String code, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        e -> {
                            assertThat(e.code()).isEqualTo(code);
                            assertThat(e.sentence()).doesNotContainPattern("[0-9]{6}");
                        });
    }

    private static Pan somePan(Random random) {
        StringBuilder digits = new StringBuilder();
        int length = 11 + random.nextInt(8);
        while (digits.length() < length) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return Pan.withCheckDigit(digits.toString());
    }

    private static AccountRecord someRecord(Random random) {
        return new AccountRecord(
                somePan(random),
                new PanSequenceNumber(random.nextInt(100)),
                new ExpiryDate(
                        String.format("%02d%02d", random.nextInt(100), 1 + random.nextInt(12))),
                new ServiceCode("201"),
                CardholderName.of("Zoë Çelik-" + (char) ('A' + random.nextInt(26)), ""),
                random.nextBoolean() ? "Société Générale" : "",
                random.nextBoolean() ? "img-" + random.nextInt() : "",
                new TreeMap<>(random.nextBoolean() ? Map.of("street", "12 Mill Lane") : Map.of()),
                random.nextBoolean()
                        ? new TrackData("%1?", ";2?", random.nextBoolean() ? ";3?" : "")
                        : TrackData.NONE);
    }
}
