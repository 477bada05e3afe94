package io.cardloom.connectors.payshield;

import io.cardloom.production.key.hsm.KeyDeviceFailure;
import io.cardloom.production.key.material.KeyCheckValue;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Reads what commands answer. Nothing of an answer is ever shown but its error. */
final class HostAnswers {

    private static final int LENGTH_AT = 2;
    private static final int LENGTH_DIGITS = 4;
    private static final int CHECK_VALUE = 6;
    private static final int LONGEST_CHECK_VALUE = 16;

    /** What the errors mean that the driver's commands are known to answer with. */
    private static final Map<String, String> ERRORS =
            Map.ofEntries(
                    Map.entry("02", "the key's length does not fit its algorithm"),
                    Map.entry("10", "a key is not under this local master key, or was changed"),
                    Map.entry("11", "the protecting key is not under this local master key"),
                    Map.entry("13", "there is no such local master key"),
                    Map.entry("14", "the PIN is not under this local master key"),
                    Map.entry("15", "the command's data are not what the device expects"),
                    Map.entry("17", "the device is not authorized for this; its officers are"),
                    Map.entry("20", "the PIN does not fit its account number"),
                    Map.entry("23", "there is no such format of PIN blocks"),
                    Map.entry("24", "no PIN has so many digits"),
                    Map.entry("25", "the device does not take this decimalization table"),
                    Map.entry("26", "the key scheme is not allowed"),
                    Map.entry("27", "the keys' lengths do not go together"),
                    Map.entry("29", "the key may not be used so"),
                    Map.entry("41", "the device has an internal fault"),
                    Map.entry("47", "the algorithm is not licensed"),
                    Map.entry("67", "the command is not licensed"),
                    Map.entry("68", "the command is switched off at the device"),
                    Map.entry("69", "this format of PIN blocks is switched off at the device"),
                    Map.entry("75", "a single length key poses as a longer one"),
                    Map.entry("80", "the length of the data is not what was said"),
                    Map.entry("81", "the PIN's length is not what was said"),
                    Map.entry("86", "the device's officers excluded this PIN"),
                    Map.entry("83", "the key block has no such form"),
                    Map.entry("84", "the key block's check value is wrong"),
                    Map.entry("A4", "the key block is not genuine, or under another key"),
                    Map.entry("A6", "the key block's usage does not allow it"),
                    Map.entry("A7", "the key block's algorithm does not allow it"),
                    Map.entry("A8", "the key block's mode of use does not allow it"),
                    Map.entry("AA", "the key block does not allow its export"));

    /**
     * With what commands answer that did it nevertheless: a key came in whose parity bits are not
     * odd; the key of natural PINs is not of single length.
     */
    private static final Map<String, String> WARNINGS = Map.of("A6", "01", "EE", "02", "DE", "02");

    private HostAnswers() {}

    /**
     * A key as the device gives it out, in a block under its local master key or another's.
     *
     * @param block begins with the scheme's letter
     */
    record GivenKey(String block, KeyCheckValue checkValue) {
        /** Without the scheme's letter. */
        String bare() {
            return block.substring(1);
        }

        @Override
        public String toString() {
            return "GivenKey[REDACTED]";
        }
    }

    /**
     * What comes behind the error of a command that did it, or did it with a warning.
     *
     * @throws KeyDeviceFailure {@code HSM_ERROR_} and the device's own two characters
     */
    static byte[] good(HostCommand command, HostFrame.Answer answer) {
        boolean warning = answer.error().equals(WARNINGS.get(command.code()));
        if (!answer.error().equals("00") && !warning) {
            boolean known = answer.error().matches("[0-9A-Z]{2}");
            String error = known ? answer.error() : "??";
            throw new KeyDeviceFailure(
                    known ? "HSM_ERROR_" + error : "HSM_ANSWER",
                    "the device answered "
                            + command.code()
                            + " with error "
                            + error
                            + ": "
                            + ERRORS.getOrDefault(error, "its manual says what that is"));
        }
        return answer.body();
    }

    /** A key block and its check value, and nothing else. */
    static GivenKey key(byte[] body, String scheme) {
        String text = new String(body, StandardCharsets.ISO_8859_1);
        int length = blockLength(text, scheme);
        int rest = text.length() - length;
        if (length < 0 || rest < CHECK_VALUE || rest > LONGEST_CHECK_VALUE) {
            throw unexpected();
        }
        String check = text.substring(length, length + CHECK_VALUE);
        if (!check.matches("[0-9A-F]{6}")) {
            throw unexpected();
        }
        return new GivenKey(text.substring(0, length), new KeyCheckValue(check));
    }

    /** Three digits. */
    static String verificationValue(byte[] body) {
        String text = new String(body, StandardCharsets.ISO_8859_1);
        if (!text.matches("[0-9]{3}")) {
            throw unexpected();
        }
        return text;
    }

    /** As many bytes as were sent, behind their length in four hexadecimal digits. */
    static byte[] encrypted(byte[] body, int length) {
        if (body.length != LENGTH_DIGITS + length
                || !new String(body, 0, LENGTH_DIGITS, StandardCharsets.ISO_8859_1)
                        .equals("%04X".formatted(length))) {
            throw unexpected();
        }
        return java.util.Arrays.copyOfRange(body, LENGTH_DIGITS, body.length);
    }

    private static int blockLength(String text, String scheme) {
        if (!text.startsWith(scheme) || text.length() < LENGTH_AT + LENGTH_DIGITS) {
            return -1;
        }
        String digits = text.substring(LENGTH_AT, LENGTH_AT + LENGTH_DIGITS);
        int length = digits.matches("[0-9]{4}") ? 1 + Integer.parseInt(digits) : -1;
        return length > text.length() ? -1 : length;
    }

    private static KeyDeviceFailure unexpected() {
        return new KeyDeviceFailure(
                "HSM_ANSWER", "the device's answer has not the form that its command has");
    }
}
