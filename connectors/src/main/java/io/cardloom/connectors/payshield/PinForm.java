package io.cardloom.connectors.payshield;

import io.cardloom.production.key.hsm.KeyDeviceFailure;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A PIN as the device gives it out: encrypted under its local master key, bound to an account.
 *
 * @param digits how many the PIN has, 4 to 12; the device's form does not always tell
 * @param locked 5 to 16 digits, or J and 32 hexadecimal digits under a master key of AES
 */
record PinForm(int digits, String locked) {

    private static final Pattern LOCKED = Pattern.compile("[0-9A-F]{5,16}|J[0-9A-F]{32}");
    private static final Pattern AT_REST = Pattern.compile("(0[4-9]|1[0-2])(.{5,33})");

    PinForm {
        if (!LOCKED.matcher(locked).matches()) {
            throw new KeyDeviceFailure(
                    "HSM_ANSWER", "the device's answer has not the form of an encrypted PIN");
        }
    }

    /** What {@link #bytes} gave. */
    static PinForm of(byte[] bytes) {
        Matcher parts = AT_REST.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
        if (!parts.matches()) {
            throw new KeyDeviceFailure("HSM_PIN", "the PIN is none that this device gave out");
        }
        return new PinForm(Integer.parseInt(parts.group(1)), parts.group(2));
    }

    byte[] bytes() {
        return ("%02d".formatted(digits) + locked).getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public String toString() {
        return "PinForm[REDACTED]";
    }
}
