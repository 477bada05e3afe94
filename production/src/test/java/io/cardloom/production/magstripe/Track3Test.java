package io.cardloom.production.magstripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.production.accountdata.ExpiryDate;
import io.cardloom.production.accountdata.Pan;
import io.cardloom.production.magstripe.MalformedTrack.Fault;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Track3Test {

    private static final int CASES = 10_000;

    /** ISO/IEC 4909:2006, 8: fields in their order, separators for those that are absent. */
    @Test
    void laysTheFieldsOutInTheirOrder() {
        Pan pan = Pan.withCheckDigit("999900012345678");
        Track3 track =
                new Track3(
                        pan,
                        "978",
                        "2",
                        "05000500000107",
                        "3",
                        "",
                        "1",
                        "111111",
                        new ExpiryDate("3012"),
                        "1",
                        "",
                        "",
                        "",
                        "0",
                        "",
                        "42");
        assertThat(track.text())
                .isEqualTo(";01" + pan.digits() + "==9782050005000001073=111111130121===0=42?");
        assertThat(track.toString()).isEqualTo("Track3[REDACTED]");
    }

    @Test
    void readsBackWhatItWritesAsTextAndAsBits() {
        Random random = new Random(4909);
        for (int i = 0; i < CASES; i++) {
            Track3 track = any(random);
            String text = track.text();
            assertThat(Track3.parse(text)).isEqualTo(track);
            assertThat(TrackFormat.TRACK_3.decode(TrackFormat.TRACK_3.encode(text)))
                    .isEqualTo(text);
        }
    }

    @Test
    void throwsNothingButTheDocumentedErrorOnDamage() {
        Random random = new Random(4910);
        for (int i = 0; i < CASES; i++) {
            StringBuilder text = new StringBuilder(any(random).text());
            int at = random.nextInt(text.length());
            switch (random.nextInt(3)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.setCharAt(at, (char) random.nextInt(0x80));
                default -> text.insert(at, "=");
            }
            try {
                assertThat(Track3.parse(text.toString()).text()).isEqualTo(text.toString());
            } catch (MalformedTrack e) {
                assertThat(e.getMessage()).startsWith("malformed track: ");
            }
            byte[] bits = TrackFormat.TRACK_3.encode(any(random).text());
            int bit = random.nextInt(bits.length * 8);
            bits[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatThrownBy(() -> TrackFormat.TRACK_3.decode(bits))
                    .isInstanceOf(MalformedTrack.class);
        }
    }

    @Test
    void keepsTheLimitOfTheStandard() {
        String longest = ";" + "9".repeat(104) + "?";
        assertThat(TrackFormat.TRACK_3.characters(longest)).hasSize(107);
        assertThat(TrackFormat.TRACK_3.characterBits()).isEqualTo(5);
        assertThat(TrackFormat.TRACK_3.density()).isEqualTo(210);
        assertThatThrownBy(() -> TrackFormat.TRACK_3.characters(";" + "9".repeat(105) + "?"))
                .isInstanceOfSatisfying(
                        MalformedTrack.class, e -> assertThat(e.fault()).isEqualTo(Fault.LENGTH));
        Pan pan = Pan.withCheckDigit("999900012345678");
        int used = with(pan, "").text().length() + 1;
        assertThat(with(pan, "9".repeat(107 - used)).text()).hasSize(106);
        assertThatThrownBy(() -> with(pan, "9".repeat(108 - used)))
                .isInstanceOfSatisfying(
                        MalformedTrack.class, e -> assertThat(e.fault()).isEqualTo(Fault.LENGTH));
        assertThatThrownBy(() -> with(pan, "A")).isInstanceOf(MalformedTrack.class);
    }

    private static Track3 with(Pan pan, String additional) {
        return new Track3(
                pan,
                "978",
                "2",
                "05000500000107",
                "3",
                "123456",
                "1",
                "111111",
                new ExpiryDate("3012"),
                "1",
                "123456789",
                "",
                "",
                "0",
                "654321",
                additional);
    }

    private static Track3 any(Random random) {
        return new Track3(
                Pan.withCheckDigit("9999" + digits(random, 7 + random.nextInt(8))),
                digits(random, 3),
                digits(random, 1),
                digits(random, 14),
                digits(random, 1),
                random.nextBoolean() ? "" : digits(random, 6),
                digits(random, 1),
                digits(random, 6),
                new ExpiryDate("%02d%02d".formatted(random.nextInt(100), 1 + random.nextInt(12))),
                digits(random, 1),
                random.nextBoolean() ? "" : digits(random, 9),
                digits(random, random.nextInt(8)),
                digits(random, random.nextInt(8)),
                digits(random, 1),
                random.nextBoolean() ? "" : digits(random, 6),
                random.nextBoolean() ? "" : digits(random, random.nextInt(9)) + "=7");
    }

    private static String digits(Random random, int count) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }
}
