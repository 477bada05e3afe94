package io.cardloom.designer.font;

import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How documents name an admitted font, where they name the family of one that ships: the beginning
 * of the SHA-256 of its file, so that a document says which bytes it is set in.
 *
 * @param value {@code font-} and 32 lower-case hexadecimal characters
 */
public record FontKey(String value) {

    private static final Pattern FORM = Pattern.compile("font-[0-9a-f]{32}");

    public FontKey {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not the key of an admitted font");
        }
    }

    static FontKey of(byte[] sha256) {
        return new FontKey("font-" + HexFormat.of().formatHex(sha256, 0, 16));
    }

    /** The key, if that is what a document's family is. */
    public static Optional<FontKey> in(String family) {
        return FORM.matcher(family).matches() ? Optional.of(new FontKey(family)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
