package io.cardloom.connectors.serial;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What an encoder on the line is sent for a card that nobody has; for people to look at. */
public final class EncoderBytes {

    private static final int ESC = 0x1B;
    private static final int FS = 0x1C;

    private EncoderBytes() {}

    /**
     * A piece of a command.
     *
     * @param hex upper case, two digits a byte, without blanks
     * @param meaning in words
     */
    public record Piece(String hex, String meaning) {}

    /**
     * The MSR605's command that writes a card, in pieces; together they are the very bytes that a
     * card of a run is written with. The encoder adds sentinels, parity and the LRC itself.
     *
     * @param track1 from start to end sentinel
     * @param track2 the same
     * @param track3 the same, or empty where none is written
     * @throws IllegalArgumentException when a track has no sentinels
     */
    public static List<Piece> msr605(String track1, String track2, String track3) {
        byte[] third = track3.isEmpty() ? new byte[0] : inside(track3);
        byte[] command = Msr605Protocol.writing(inside(track1), inside(track2), third);
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        while (at < command.length) {
            int length = length(command, at);
            pieces.add(new Piece(hex(command, at, length), meaning(command, at)));
            at += length;
        }
        return pieces;
    }

    /** Two bytes of an escape, the end mark, or the characters up to either. */
    private static int length(byte[] command, int at) {
        if (command[at] == ESC || isEnd(command, at)) {
            return 2;
        }
        int end = at;
        while (command[end] != ESC && !isEnd(command, end)) {
            end++;
        }
        return end - at;
    }

    private static String meaning(byte[] command, int at) {
        if (isEnd(command, at)) {
            return "end of the command";
        }
        if (command[at] != ESC) {
            return "its characters, without sentinels";
        }
        return switch (command[at + 1]) {
            case 'w' -> "write a card, tracks by ISO";
            case 's' -> "the tracks begin";
            default -> "track " + command[at + 1] + (at + 4 == command.length ? ", nothing" : "");
        };
    }

    private static boolean isEnd(byte[] command, int at) {
        return at == command.length - 2 && command[at] == '?' && command[at + 1] == FS;
    }

    private static byte[] inside(String track) {
        if (track.length() < 2) {
            throw new IllegalArgumentException("a track has sentinels");
        }
        return track.substring(1, track.length() - 1).getBytes(StandardCharsets.US_ASCII);
    }

    private static String hex(byte[] bytes, int from, int length) {
        return java.util.HexFormat.of().withUpperCase().formatHex(bytes, from, from + length);
    }
}
