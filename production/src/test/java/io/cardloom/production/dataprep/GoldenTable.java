package io.cardloom.production.dataprep;

import java.util.Locale;

/**
 * Explains a text from its first character to its last: each part is taken once, in order, and
 * nothing may be left over. Of hexadecimal text a byte is two characters.
 */
final class GoldenTable {

    private final String text;
    private final int unit;
    private final StringBuilder rows = new StringBuilder();
    private int at;

    private GoldenTable(String text, int unit, String head) {
        this.text = text;
        this.unit = unit;
        rows.append("| bytes | ").append(head).append(" | meaning |\n|---|---|---|\n");
    }

    static GoldenTable ofText(String ascii) {
        return new GoldenTable(ascii, 1, "characters");
    }

    static GoldenTable ofHex(String hex) {
        return new GoldenTable(hex.toUpperCase(Locale.ROOT), 2, "hexadecimal");
    }

    /** The next so many bytes, without taking them. */
    String next(int bytes) {
        return text.substring(at, at + bytes * unit);
    }

    int next(char separator) {
        int end = text.indexOf(separator, at);
        return (end < 0 ? text.length() : end) - at;
    }

    GoldenTable take(int bytes, String meaning) {
        if (bytes > 0) {
            String part = next(bytes);
            int first = at / unit;
            at += bytes * unit;
            rows.append("| ")
                    .append(bytes == 1 ? "" + first : first + " to " + (at / unit - 1))
                    .append(" | ")
                    .append(shown(part))
                    .append(" | ")
                    .append(meaning)
                    .append(" |\n");
        }
        return this;
    }

    /** What stands here, which has to be this. */
    GoldenTable take(String literal, String meaning) {
        int bytes = literal.length() / unit;
        if (!next(bytes).equals(literal)) {
            throw new AssertionError("expected " + literal + " and found " + next(bytes));
        }
        return take(bytes, meaning);
    }

    /** The field up to a separator, and the separator. */
    GoldenTable field(char separator, String meaning) {
        take(next(separator), meaning);
        return take(Character.toString(separator), "separator");
    }

    boolean isDone() {
        return at == text.length();
    }

    @Override
    public String toString() {
        if (!isDone()) {
            throw new AssertionError("not explained: " + text.substring(at));
        }
        return rows.toString();
    }

    private static String shown(String part) {
        return switch (part) {
            case "\r\n" -> "CR LF";
            case " " -> "blank";
            default -> '`' + part + '`';
        };
    }
}
