package io.cardloom.connectors.payshield;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The commands for PINs, in the forms for keys in key blocks. Accounts are the twelve digits left
 * of the check digit, PINs what {@link PinForm} says. The device keeps nothing of them, so each may
 * be asked again.
 */
final class PinCommand {

    private static final int OFFSET = 12;

    private PinCommand() {}

    /** A PIN at random. */
    static HostCommand draw(@Nullable String lmk, String account, int digits) {
        return command("JA", account + two(digits), lmk);
    }

    /**
     * The PIN that IBM 3624 derives.
     *
     * @param offset added to it, as many digits as the PIN has
     */
    static HostCommand derive(
            @Nullable String lmk, String key, String account, Natural rule, String offset) {
        String padded = offset + "F".repeat(OFFSET - offset.length());
        return command(
                "EE",
                key + padded + two(offset.length()) + account + rule.table() + rule.data(),
                lmk);
    }

    /** The offset of a PIN to the derived one. */
    static HostCommand offset(
            @Nullable String lmk, String key, PinForm pin, String account, Natural rule) {
        return command(
                "DE",
                key + pin.locked() + two(pin.digits()) + account + rule.table() + rule.data(),
                lmk);
    }

    /** The verification value of a PIN. */
    static HostCommand verificationValue(
            @Nullable String lmk, String key, PinForm pin, String account, int keyIndex) {
        return command("DG", key + pin.locked() + account + keyIndex, lmk);
    }

    /** The PIN in a block of ISO 9564-1 format 0 under a zone PIN key. */
    static HostCommand block(@Nullable String lmk, String key, PinForm pin, String account) {
        return command("JG", key + "01" + account + pin.locked(), lmk);
    }

    /**
     * How a natural PIN is derived, as the device is told it.
     *
     * @param table decimalization table
     * @param data twelve characters with N where the account's last five digits go, or P and the
     *     sixteen digits that are encrypted
     */
    record Natural(String table, String data) {

        /** Of sixteen hexadecimal digits. */
        static Natural of(String table, String data) {
            return new Natural(table, "P" + data.toUpperCase(java.util.Locale.ROOT));
        }
    }

    private static String two(int number) {
        return "%02d".formatted(number);
    }

    private static HostCommand command(String code, String body, @Nullable String lmk) {
        return new HostCommand(
                code, (body + HostCommand.named(lmk)).getBytes(StandardCharsets.ISO_8859_1), true);
    }
}
