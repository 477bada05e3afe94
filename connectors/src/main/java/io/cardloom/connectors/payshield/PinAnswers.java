package io.cardloom.connectors.payshield;

import io.cardloom.production.key.hsm.KeyDeviceFailure;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Reads what the commands for PINs answer. */
final class PinAnswers {

    private PinAnswers() {}

    /** A PIN and nothing else. */
    static PinForm pin(byte[] body, int digits) {
        return new PinForm(digits, text(body));
    }

    /** As many digits as the PIN has, filled with F to twelve. */
    static String offset(byte[] body, int digits) {
        return expected(body, "[0-9]{" + digits + "}F{" + (12 - digits) + "}").substring(0, digits);
    }

    /** Four digits. */
    static String verificationValue(byte[] body) {
        return expected(body, "[0-9]{4}");
    }

    /** Eight bytes, in digits. */
    static byte[] block(byte[] body) {
        return HexFormat.of().parseHex(expected(body, "[0-9A-F]{16}"));
    }

    private static String expected(byte[] body, String form) {
        String text = text(body);
        if (!text.matches(form)) {
            throw new KeyDeviceFailure(
                    "HSM_ANSWER", "the device's answer has not the form that its command has");
        }
        return text;
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.ISO_8859_1);
    }
}
