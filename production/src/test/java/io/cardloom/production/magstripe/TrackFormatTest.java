package io.cardloom.production.magstripe;

import static io.cardloom.production.magstripe.TrackFormat.TRACK_1;
import static io.cardloom.production.magstripe.TrackFormat.TRACK_2;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.production.magstripe.MalformedTrack.Fault;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TrackFormatTest {

    private static final int CASES = 10_000;
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /** The known answer that the MSR206 and MSR605 manuals print. */
    @Test
    void encodesTheManualsExampleToTheBit() {
        assertThat(HEX.formatHex(TRACK_1.characters("%ABC123?"))).isEqualTo("456162235152131F2A");
        assertThat(HEX.formatHex(TRACK_1.encode("%ABC123?"))).isEqualTo("C5B07814954E3E2A");
        assertThat(TRACK_1.decode(HEX.parseHex("C5B07814954E3E2A"))).isEqualTo("%ABC123?");
    }

    /** Worked by hand from ISO/IEC 7811-2: ; is 1011 with parity 0, 1 is 0001, ? is 1111, LRC. */
    @Test
    void encodesTrackTwoToTheBit() {
        // ; = 0x0B, 1 = 0x01, ? = 0x1F; XOR of the data bits is 0x5, two ones, so parity: 0x15.
        assertThat(HEX.formatHex(TRACK_2.characters(";1?"))).isEqualTo("0B011F15");
        // Bits, lowest first: 11010 10000 11111 10101 -> 0000 1011.. packed from the low end.
        assertThat(HEX.formatHex(TRACK_2.encode(";1?"))).isEqualTo("2BFC0A");
    }

    @Test
    void readsBackWhatItWrote() {
        Random random = new Random(7811);
        for (int i = 0; i < CASES; i++) {
            TrackFormat format = random.nextBoolean() ? TRACK_1 : TRACK_2;
            String text = someTrack(format, random);
            assertThat(format.decode(format.encode(text))).isEqualTo(text);
        }
    }

    @Test
    void findsEverySingleWrongBit() {
        Random random = new Random(1);
        for (int i = 0; i < CASES; i++) {
            TrackFormat format = random.nextBoolean() ? TRACK_1 : TRACK_2;
            byte[] packed = format.encode(someTrack(format, random));
            int bit = random.nextInt(packed.length * 8);
            packed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatThrownBy(() -> format.decode(packed)).isInstanceOf(MalformedTrack.class);
        }
    }

    @Test
    void throwsNothingButTheDocumentedErrorOnDamagedBits() {
        Random random = new Random(2);
        for (int i = 0; i < CASES; i++) {
            TrackFormat format = random.nextBoolean() ? TRACK_1 : TRACK_2;
            byte[] bits = new byte[random.nextInt(90)];
            random.nextBytes(bits);
            onlyMalformedTrack(() -> format.decode(bits));
            byte[] damaged = format.encode(someTrack(format, random));
            for (int k = 0; k <= random.nextInt(6); k++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            onlyMalformedTrack(() -> format.decode(damaged));
        }
    }

    @Test
    void keepsTheLimitsOfTheStandard() {
        String longest1 = "%" + "A".repeat(76) + "?";
        assertThat(TRACK_1.characters(longest1)).hasSize(79);
        assertThat(TRACK_1.decode(TRACK_1.encode(longest1))).isEqualTo(longest1);
        refuses(TRACK_1, "%" + "A".repeat(77) + "?", Fault.LENGTH);
        String longest2 = ";" + "9".repeat(37) + "?";
        assertThat(TRACK_2.characters(longest2)).hasSize(40);
        assertThat(TRACK_2.decode(TRACK_2.encode(longest2))).isEqualTo(longest2);
        refuses(TRACK_2, ";" + "9".repeat(38) + "?", Fault.LENGTH);
    }

    @Test
    void refusesTextThatIsNoTrack() {
        refuses(TRACK_1, "", Fault.START);
        refuses(TRACK_1, "B123?", Fault.START);
        refuses(TRACK_1, "%", Fault.END);
        refuses(TRACK_1, "%B123", Fault.END);
        refuses(TRACK_1, "%B?123?", Fault.END);
        refuses(TRACK_1, "%b?", Fault.CHARACTER);
        refuses(TRACK_1, "%É?", Fault.CHARACTER);
        refuses(TRACK_2, ";12;3?", Fault.CHARACTER);
        refuses(TRACK_2, ";A?", Fault.CHARACTER);
    }

    @Test
    void framesWhatHostsWriteAndChecksTheirLrc() {
        Random random = new Random(8);
        for (int i = 0; i < 10_000; i++) {
            TrackFormat format = TrackFormat.values()[i % 3];
            String text = someTrack(format, random);
            assertThat(format.framed(text)).isEqualTo(text);
            assertThat(format.framed(text.substring(1, text.length() - 1))).isEqualTo(text);
            byte[] spelled = format.characters(text);
            int lrc = spelled[text.length()] & (format == TRACK_1 ? 0x3F : 0x0F);
            char offset = format == TRACK_1 ? ' ' : '0';
            assertThat(format.framed(text + (char) (offset + lrc))).isEqualTo(text);
            String damaged = text + (char) (offset + (lrc ^ 1 + random.nextInt(15)));
            unframed(format, damaged, Fault.LRC);
            unframed(format, text.substring(1), Fault.START);
            unframed(format, text.substring(0, text.length() - 1), Fault.END);
            onlyMalformedTrack(() -> format.framed(damaged.substring(random.nextInt(3))));
        }
        unframed(TRACK_2, ";12?<<", Fault.LRC);
        unframed(TRACK_1, "%B" + "0".repeat(77) + "?", Fault.LENGTH);
        unframed(TRACK_2, "12A", Fault.CHARACTER);
        assertThat(TRACK_2.framed("")).isEqualTo(";?");
    }

    private static void unframed(TrackFormat format, String given, Fault fault) {
        assertThatThrownBy(() -> format.framed(given))
                .isInstanceOfSatisfying(
                        MalformedTrack.class, e -> assertThat(e.fault()).isEqualTo(fault));
    }

    private static void refuses(TrackFormat format, String text, Fault fault) {
        assertThatThrownBy(() -> format.encode(text))
                .isInstanceOfSatisfying(
                        MalformedTrack.class, e -> assertThat(e.fault()).isEqualTo(fault));
    }

    private static void onlyMalformedTrack(Runnable reading) {
        try {
            reading.run();
        } catch (MalformedTrack e) {
            assertThat(e.fault()).isNotNull();
        }
    }

    static String someTrack(TrackFormat format, Random random) {
        int width = format == TRACK_1 ? 64 : 16;
        char offset = format == TRACK_1 ? ' ' : '0';
        StringBuilder text = new StringBuilder().append(format.startSentinel());
        int length = random.nextInt(format.maxCharacters() - 2);
        while (text.length() <= length) {
            char c = (char) (offset + random.nextInt(width));
            if (c != '?' && c != format.startSentinel()) {
                text.append(c);
            }
        }
        return text.append('?').toString();
    }
}
