package io.cardloom.production.key.block;

import java.util.regex.Pattern;

/**
 * One optional block of a header, authenticated and not encrypted (ANSI X9.143, 6.3.6).
 *
 * @param id two upper-case letters or digits, such as {@code KS} or {@code KC}; {@code PB}
 *     (padding) is made and removed by the codec
 * @param data printable ASCII, up to 4,000 characters; never a secret
 */
public record OptionalBlock(String id, String data) {

    static final String PADDING = "PB";
    static final int LIMIT = 4000;
    private static final Pattern ID = Pattern.compile("[0-9A-Z]{2}");
    private static final Pattern PRINTABLE = Pattern.compile("[ -~]*");

    public OptionalBlock {
        if (!ID.matcher(id).matches() || id.equals(PADDING)) {
            throw KeyBlockRefusals.header("An optional block has another name than two letters.");
        }
        if (!PRINTABLE.matcher(data).matches() || data.length() > LIMIT) {
            throw KeyBlockRefusals.header(
                    "An optional block holds more than 4,000 printable characters.");
        }
    }

    /** Id, length and data; more than 255 characters take the longer form of the length. */
    String text() {
        return text(id, data);
    }

    static String text(String id, String data) {
        int length = data.length() + 4;
        if (length <= 0xFF) {
            return id + "%02X".formatted(length) + data;
        }
        return id + "0002" + "%04X".formatted(data.length() + 10) + data;
    }
}
