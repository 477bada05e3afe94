package io.cardloom.designer.asset;

import io.cardloom.tenancy.tenant.Name;
import java.util.Locale;

/**
 * A file name as a person reads it; it never becomes a path.
 *
 * @param text without folders and invisible characters, at most 120 characters, never empty
 */
record UploadName(String text) {

    private static final int LONGEST = 120;

    static UploadName of(String fileName) {
        String last =
                fileName.substring(
                        Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        StringBuilder clean = new StringBuilder();
        last.codePoints().filter(Name::visible).forEach(clean::appendCodePoint);
        String name = clean.toString().strip();
        if (name.length() > LONGEST) {
            String ending = ending(name);
            String tail = ending.isEmpty() || ending.length() > 10 ? "" : "." + ending;
            int end = LONGEST - 1 - tail.length();
            if (Character.isHighSurrogate(name.charAt(end - 1))) {
                end--;
            }
            name = name.substring(0, end) + "…" + tail;
        }
        return new UploadName(name.isEmpty() ? "unnamed" : name);
    }

    /** What stands after the last dot, in lower case; empty without one. */
    String ending() {
        return ending(text);
    }

    private static String ending(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
