package io.cardloom.connectors.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EncoderBytesTest {

    /** MSR605 programmer's manual, ISO write: ESC w ESC s [ESC 1 ...] [ESC 2 ...] [ESC 3] ? FS. */
    @Test
    void takesTheWriteCommandApart() {
        assertThat(EncoderBytes.msr605("%ABC123?", ";12345?", ""))
                .containsExactly(
                        new EncoderBytes.Piece("1B77", "write a card, tracks by ISO"),
                        new EncoderBytes.Piece("1B73", "the tracks begin"),
                        new EncoderBytes.Piece("1B01", "track 1"),
                        new EncoderBytes.Piece("414243313233", "its characters, without sentinels"),
                        new EncoderBytes.Piece("1B02", "track 2"),
                        new EncoderBytes.Piece("3132333435", "its characters, without sentinels"),
                        new EncoderBytes.Piece("1B03", "track 3, nothing"),
                        new EncoderBytes.Piece("3F1C", "end of the command"));
    }

    @Test
    void showsTheVeryBytesThatAreSent() {
        String all =
                EncoderBytes.msr605("%B9999?", ";9999=3012?", ";019999==0?").stream()
                        .map(EncoderBytes.Piece::hex)
                        .collect(Collectors.joining());
        byte[] sent =
                Msr605Protocol.writing(
                        "B9999".getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                        "9999=3012".getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                        "019999==0".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        assertThat(all).isEqualTo(java.util.HexFormat.of().withUpperCase().formatHex(sent));
    }

    @Test
    void refusesWhatIsNoTrack() {
        assertThatThrownBy(() -> EncoderBytes.msr605("%", ";1?", ""))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
