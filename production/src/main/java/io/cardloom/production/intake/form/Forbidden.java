package io.cardloom.production.intake.form;

import io.cardloom.tenancy.refusal.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Knows sensitive authentication data by the column's name and by the look of a value (PCI DSS
 * 3.3.1): PINs, verification values and tracks are not taken in, whatever the file is for.
 */
final class Forbidden {

    private static final List<String> WORDS =
            List.of(
                    "pvv",
                    "cvv",
                    "cvc",
                    "icvv",
                    "dcvv",
                    "cvn",
                    "csc",
                    "cvk",
                    "pvk",
                    "track",
                    "trk",
                    "magstripe",
                    "magneticstripe",
                    "stripe",
                    "securitycode",
                    "verificationvalue",
                    "verificationcode",
                    "discretionary");
    private static final Pattern PIN = Pattern.compile("(.*[^a-z])?pins?([^a-z].*)?|pin.*|.*pin");
    private static final Pattern TRACK_1 = Pattern.compile("%?[A-Z][0-9]{12,19}\\^.*");
    private static final Set<String> TRACK_WORDS =
            Set.of("track", "trk", "magstripe", "magneticstripe", "stripe");
    private static final Pattern TRACK_3 =
            Pattern.compile(";?[0-9]{14,21}=(=[0-9]{3}|[0-9]{6}).*=.*");
    private static final Pattern TRACK_2 = Pattern.compile(";?[0-9]{12,19}[=D][0-9]{7}.*");

    /** A letter, twelve digits and a separator. */
    private static final int SHORTEST_TRACK = 14;

    private Forbidden() {}

    /** The kind of data that a header's word names; empty when it names none. */
    static Optional<String> named(String header) {
        String lower = header.strip().toLowerCase(Locale.ROOT);
        if (PIN.matcher(lower).matches()) {
            return Optional.of("pin");
        }
        String letters = lower.replaceAll("[^a-z]", "");
        return WORDS.stream().filter(letters::contains).findFirst();
    }

    /** The same for a column that holds a whole track, and may be called so. */
    static Optional<String> beyondTracks(String header) {
        return named(header).filter(what -> !TRACK_WORDS.contains(what));
    }

    /** Whether a value is the content of a track. */
    static boolean isTrack(String value) {
        if (value.length() < SHORTEST_TRACK) {
            return false;
        }
        String candidate = value.strip().toUpperCase(Locale.ROOT);
        return TRACK_1.matcher(candidate).matches()
                || TRACK_2.matcher(candidate).matches()
                || TRACK_3.matcher(candidate).matches();
    }

    static Refusal refusal(String what) {
        return Refusal.invalid(
                "INTAKE_FORBIDDEN_DATA",
                "The file holds a column for "
                        + what
                        + " data. PINs and verification values are never taken in, nor are tracks"
                        + " but in columns that the program's list form names for them; nothing"
                        + " was kept. Send the file without that column.");
    }
}
