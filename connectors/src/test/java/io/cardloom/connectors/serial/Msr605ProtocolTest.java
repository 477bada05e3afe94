package io.cardloom.connectors.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The bytes on the line, against the examples of the maker's programming manual. */
class Msr605ProtocolTest {

    private static final byte[] NOTHING = {};

    @Test
    void writesTheManualsExample() throws Exception {
        Script line = new Script("1b30");
        assertThat(protocol(line).write(ascii("ABC123"), ascii("12345"), ascii("12345")))
                .isEqualTo(Msr605Protocol.Status.DONE);
        assertThat(line.sent())
                .isEqualTo("1b771b731b014142433132331b0231323334351b0331323334353f1c");
    }

    @Test
    void readsTheManualsExample() throws Exception {
        Script line =
                new Script(
                        "1b731b01"
                                + hex("%ABC123?")
                                + "1b02"
                                + hex(";12345?")
                                + "1b03"
                                + hex(";12345?")
                                + "3f1c1b30");
        Msr605Protocol.Reading reading = protocol(line).read();
        assertThat(line.sent()).isEqualTo("1b72");
        assertThat(reading.status()).isEqualTo(Msr605Protocol.Status.DONE);
        assertThat(reading.first()).isEqualTo(ascii("%ABC123?"));
        assertThat(reading.second()).isEqualTo(ascii(";12345?"));
        assertThat(reading.third()).isEqualTo(ascii(";12345?"));
        assertThat(reading.holds(ascii("ABC123"), ascii("12345"), NOTHING)).isFalse();
        assertThat(reading.holds(ascii("ABC123"), ascii("12345"), ascii("12345"))).isTrue();
        assertThat(reading.holds(ascii("ABC123"), ascii("12345"), ascii("12346"))).isFalse();
        assertThat(reading.toString()).doesNotContain("ABC123").doesNotContain("12345");
    }

    @Test
    void readsEmptyTracksInBothWaysThatEncodersTellThem() throws Exception {
        for (String empty : new String[] {"", "1b2b"}) {
            Script line =
                    new Script(
                            "1b731b01"
                                    + empty
                                    + "1b02"
                                    + hex(";12345?")
                                    + "1b03"
                                    + empty
                                    + "3f1c1b30");
            Msr605Protocol.Reading reading = protocol(line).read();
            assertThat(reading.holds(NOTHING, ascii("12345"), NOTHING)).isTrue();
            assertThat(reading.holds(NOTHING, ascii("12346"), NOTHING)).isFalse();
            assertThat(reading.holds(ascii("A"), ascii("12345"), NOTHING)).isFalse();
        }
    }

    @Test
    void takesAnUnreadableTrackForNoTrack() throws Exception {
        Script line = new Script("1b731b01" + hex("%A?") + "1b021b2a1b031b2b3f1c1b31");
        Msr605Protocol.Reading reading = protocol(line).read();
        assertThat(reading.status()).isEqualTo(Msr605Protocol.Status.READ_OR_WRITE_ERROR);
        assertThat(reading.holds(ascii("A"), ascii("1"), NOTHING)).isFalse();
    }

    @Test
    void knowsEveryStatus() throws Exception {
        Msr605Protocol.Status[] expected = {
            Msr605Protocol.Status.DONE,
            Msr605Protocol.Status.READ_OR_WRITE_ERROR,
            Msr605Protocol.Status.COMMAND_FORMAT,
            Msr605Protocol.Status.COMMAND_UNKNOWN,
            Msr605Protocol.Status.BAD_SWIPE,
            Msr605Protocol.Status.FAILED
        };
        String[] bytes = {"30", "31", "32", "34", "39", "41"};
        for (int i = 0; i < bytes.length; i++) {
            assertThat(protocol(new Script("1b" + bytes[i])).write(NOTHING, NOTHING, NOTHING))
                    .isEqualTo(expected[i]);
        }
        assertThatThrownBy(() -> protocol(new Script("1b35")).write(NOTHING, NOTHING, NOTHING))
                .isInstanceOf(LineFailure.class)
                .hasMessageContaining("out of form");
    }

    @Test
    void setsAndChecksCoercivity() throws Exception {
        Script high = new Script("1b30" + "1b48");
        assertThat(protocol(high).coercivity(true)).isTrue();
        assertThat(high.sent()).isEqualTo("1b781b64");
        Script low = new Script("1b30" + "1b4c");
        assertThat(protocol(low).coercivity(false)).isTrue();
        assertThat(low.sent()).isEqualTo("1b791b64");
        assertThat(protocol(new Script("1b30" + "1b4c")).coercivity(true)).isFalse();
        assertThat(protocol(new Script("1b41")).coercivity(true)).isFalse();
    }

    @Test
    void setsIsoDensitiesAndBits() throws Exception {
        Script line = new Script("1b301b301b30" + "1b30070505");
        assertThat(protocol(line).isoFormat()).isTrue();
        assertThat(line.sent()).isEqualTo("1b62a11b624b1b62c11b6f070505");
        assertThat(protocol(new Script("1b41")).isoFormat()).isFalse();
    }

    @Test
    void endsEveryWaitAndNeverReadsWithoutBound() {
        assertThatThrownBy(() -> protocol(new Script("")).testCommunication())
                .isInstanceOf(LineFailure.class)
                .hasMessageContaining("did not answer in time");
        String endless = "1b731b01" + "41".repeat(5_000);
        assertThatThrownBy(() -> protocol(new Script(endless)).read())
                .isInstanceOf(LineFailure.class)
                .hasMessageContaining("out of form");
    }

    @Test
    void takesAnyNoiseForAFailureAndNeverForAGoodCard() {
        Random random = new Random(605);
        int failures = 0;
        for (int i = 0; i < 5_000; i++) {
            byte[] noise = new byte[random.nextInt(60)];
            random.nextBytes(noise);
            try {
                boolean good =
                        protocol(new Script(HexFormat.of().formatHex(noise)))
                                .read()
                                .holds(ascii("B4"), ascii("4=29"), NOTHING);
                assertThat(good).isFalse();
            } catch (LineFailure e) {
                failures++;
            }
        }
        assertThat(failures).isPositive();
    }

    private static Msr605Protocol protocol(Line line) {
        return new Msr605Protocol(line, Duration.ofMillis(1), Duration.ofMillis(1));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(ascii(text));
    }

    /** A line whose far end says one thing, and says nothing more. */
    private static final class Script implements Line {
        private final byte[] says;
        private int at;
        private final ByteArrayOutputStream sent = new ByteArrayOutputStream();

        Script(String says) {
            this.says = HexFormat.of().parseHex(says);
        }

        String sent() {
            return HexFormat.of().formatHex(sent.toByteArray());
        }

        @Override
        public String name() {
            return "script";
        }

        @Override
        public void send(byte[] bytes, Duration limit) {
            sent.writeBytes(bytes);
        }

        @Override
        public int receive(long deadline, String waitedFor) throws LineFailure {
            if (at == says.length) {
                throw LineFailure.silent(name(), waitedFor);
            }
            return says[at++] & 0xFF;
        }

        @Override
        public void hush(Duration quiet) {
            at = says.length;
        }

        @Override
        public void close() {
            at = says.length;
        }
    }
}
