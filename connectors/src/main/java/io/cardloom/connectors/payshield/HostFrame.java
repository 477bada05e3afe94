package io.cardloom.connectors.payshield;

import io.cardloom.production.key.hsm.KeyDeviceFailure;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A message on the line: its length in two bytes (the higher one first, themselves not counted), a
 * header that the device echoes, a code of two characters, and what goes with it.
 */
final class HostFrame {

    /** The most that a device takes or tells at once. */
    static final int MOST = 32 * 1024;

    private static final int CODE = 2;
    private static final int ERROR = 2;

    private HostFrame() {}

    static byte[] of(String header, String code, byte[] body) {
        int length = header.length() + CODE + body.length;
        if (length > MOST) {
            throw new IllegalArgumentException("a command has 32 KiB at most");
        }
        byte[] frame = new byte[2 + length];
        frame[0] = (byte) (length >>> 8);
        frame[1] = (byte) length;
        byte[] start = (header + code).getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(start, 0, frame, 2, start.length);
        System.arraycopy(body, 0, frame, 2 + start.length, body.length);
        return frame;
    }

    /**
     * The next message, without its length.
     *
     * @throws EOFException when the line ends before the message does
     * @throws KeyDeviceFailure {@code HSM_LENGTH} when no answer has such a length
     */
    static byte[] read(InputStream in, int headerLength) throws IOException {
        int high = in.read();
        int low = high < 0 ? -1 : in.read();
        if (low < 0) {
            throw new EOFException();
        }
        int length = high << 8 | low;
        if (length < headerLength + CODE + ERROR || length > MOST) {
            throw new KeyDeviceFailure(
                    "HSM_LENGTH", "the device announced an answer of " + length + " bytes");
        }
        byte[] message = in.readNBytes(length);
        if (message.length < length) {
            throw new Cut();
        }
        if (in.available() > 0) {
            throw new KeyDeviceFailure("HSM_LENGTH", "the device sent more than it had announced");
        }
        return message;
    }

    /** The line ended amid an answer. */
    static final class Cut extends EOFException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * What a device answered to a command.
     *
     * @param error two characters, {@code 00} for none
     * @param body what comes behind
     */
    record Answer(String error, byte[] body) {

        /**
         * @throws KeyDeviceFailure {@code HSM_HEADER} when it echoes another header, {@code
         *     HSM_ANSWER} when it answers another command
         */
        static Answer of(byte[] message, String header, String code) {
            int at = header.length();
            if (!text(message, 0, at).equals(header)) {
                throw new KeyDeviceFailure(
                        "HSM_HEADER", "the device echoed the header of another command");
            }
            if (!text(message, at, at + CODE).equals(answering(code))) {
                throw new KeyDeviceFailure(
                        "HSM_ANSWER", "the device answered another command than " + code);
            }
            return new Answer(
                    text(message, at + CODE, at + CODE + ERROR),
                    Arrays.copyOfRange(message, at + CODE + ERROR, message.length));
        }

        /** The command's code, its second character one further. */
        static String answering(String code) {
            return "" + code.charAt(0) + (char) (code.charAt(1) + 1);
        }

        private static String text(byte[] message, int from, int to) {
            return new String(message, from, to - from, StandardCharsets.ISO_8859_1);
        }
    }
}
