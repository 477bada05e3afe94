package io.cardloom.tenancy.tenant;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.regex.Pattern;

/**
 * Makes and checks prefixed ids: three lower-case letters, an underscore, and a ULID (26 characters
 * of Crockford's base 32: 48 bits of milliseconds, 80 random bits), for example {@code
 * dsn_01KAB3...}. An id is a name, never a secret (OWASP ASVS 5.0.0, 11.5.1).
 */
public final class Identifier {

    /** Characters of a whole id. */
    public static final int LENGTH = 30;

    private static final char[] ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
    private static final Pattern FORM = Pattern.compile("[a-z]{3}_[0-7][0-9A-HJKMNP-TV-Z]{25}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private Identifier() {}

    /** A new id; ids of one prefix made in different milliseconds sort by time. */
    public static String next(String prefix, Clock clock) {
        StringBuilder id = new StringBuilder(LENGTH).append(prefix).append('_');
        long millis = clock.millis();
        for (int shift = 45; shift >= 0; shift -= 5) {
            id.append(ALPHABET[(int) (millis >>> shift) & 31]);
        }
        for (int i = 0; i < 16; i++) {
            id.append(ALPHABET[RANDOM.nextInt(32)]);
        }
        return checked(prefix, id.toString());
    }

    /**
     * The value itself when it is an id with this prefix.
     *
     * @throws IllegalArgumentException otherwise; the value is not repeated in the message
     */
    public static String checked(String prefix, String value) {
        if (!value.startsWith(prefix + "_") || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a " + prefix + "_ id");
        }
        return value;
    }
}
