package io.cardloom.designer.design;

import java.util.regex.Pattern;

/**
 * The SHA-256 (FIPS 180-4) of a frozen revision. Preflight, proof, approval, order and run all name
 * it.
 *
 * @param hex64 64 lower-case hexadecimal characters
 */
public record Digest(String hex64) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    public Digest {
        if (!FORM.matcher(hex64).matches()) {
            throw new IllegalArgumentException("not a SHA-256 in lower-case hex");
        }
    }

    /** The first twelve characters, for people. */
    public String brief() {
        return hex64.substring(0, 12);
    }

    @Override
    public String toString() {
        return hex64;
    }
}
