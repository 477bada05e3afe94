package io.cardloom.production.document.mrz;

import io.cardloom.tenancy.refusal.Refusal;
import java.text.Normalizer;
import java.util.Locale;

/**
 * A holder's name twice: as it is printed, and in the letters of the machine readable zone (ICAO
 * Doc 9303-3, 4.6). Nobody has to accept a zone's form unseen: {@link #isAltered} tells where it is
 * more than the printed name in capitals, {@link #isCut} where it does not fit.
 *
 * @param primary identifier, in most States the family name; 1 to 60 characters as printed
 * @param secondary identifier, in most States the given names; empty when the holder has one name
 * @param zonePrimary A to Z, words joined by single fillers
 * @param zoneSecondary the same; empty exactly when the secondary one is
 */
public record TravelName(
        String primary, String secondary, String zonePrimary, String zoneSecondary) {

    private static final int MAX_PRINTED = 60;
    private static final String WORDS = "[A-Z]+(<[A-Z]+)*";
    private static final String FILLER = "<";

    /**
     * @throws Refusal {@code TRAVEL_NAME} when a printed part is missing, too long or holds
     *     characters that are no text; {@code TRAVEL_NAME_ZONE} when a zone's part is not of the
     *     zone's letters
     */
    public TravelName {
        if (primary.isBlank() || !printable(primary) || !printable(secondary)) {
            throw Refusal.invalid(
                    "TRAVEL_NAME",
                    "A name has a primary part and perhaps a secondary one, each of at most 60"
                            + " characters.");
        }
        if (!zonePrimary.matches(WORDS)
                || secondary.isEmpty() != zoneSecondary.isEmpty()
                || !zoneSecondary.isEmpty() && !zoneSecondary.matches(WORDS)) {
            throw zone();
        }
    }

    /**
     * The name, transliterated by the standard's tables.
     *
     * @throws Refusal {@code TRAVEL_NAME}; {@code TRAVEL_NAME_ZONE} when a letter is in no table;
     *     then {@link #of(String, String, String)} helps
     */
    public static TravelName of(String primary, String secondary) {
        String one = composed(primary);
        String two = composed(secondary);
        String zoneOne = NameLetters.encoded(one);
        String zoneTwo = NameLetters.encoded(two);
        if (zoneOne == null || zoneTwo == null) {
            throw zone();
        }
        return new TravelName(one, two, zoneOne, zoneTwo);
    }

    /**
     * The name with the zone's form that the State gives.
     *
     * @param zone primary and secondary part with two fillers between them
     * @throws Refusal {@code TRAVEL_NAME}, {@code TRAVEL_NAME_ZONE}
     */
    public static TravelName of(String primary, String secondary, String zone) {
        int between = zone.indexOf("<<");
        return new TravelName(
                composed(primary),
                composed(secondary),
                between < 0 ? zone : zone.substring(0, between),
                between < 0 ? "" : zone.substring(between + 2));
    }

    /** Whether the zone's form is more than the printed name in capitals. */
    public boolean isAltered() {
        return !plain(primary).equals(zonePrimary) || !plain(secondary).equals(zoneSecondary);
    }

    /** Whether the zone has no room for all of it. */
    public boolean isCut(MrzFormat format) {
        return joined().length() > format.nameLength();
    }

    /** Both parts with two fillers between them. */
    public String joined() {
        return zoneSecondary.isEmpty() ? zonePrimary : zonePrimary + "<<" + zoneSecondary;
    }

    /**
     * The zone's field, filled up. A name that is too long is cut at the end, if something is left
     * of each part and the last character is a letter, as it has to be then (ICAO Doc 9303-4,
     * 4.2.3).
     *
     * @throws Refusal {@code TRAVEL_NAME_LENGTH} when it cannot be cut so
     */
    public String field(MrzFormat format) {
        int length = format.nameLength();
        String joined = joined();
        if (joined.length() <= length) {
            return joined + FILLER.repeat(length - joined.length());
        }
        String cut = joined.substring(0, length);
        if (zonePrimary.length() + 3 > length || zoneSecondary.isEmpty() || cut.endsWith(FILLER)) {
            throw Refusal.invalid(
                    "TRAVEL_NAME_LENGTH",
                    "The machine readable zone has no room for this name; give a shorter form of"
                            + " it, by the rules of the issuing State.");
        }
        return cut;
    }

    private static String composed(String name) {
        return Normalizer.normalize(name.strip(), Normalizer.Form.NFC);
    }

    private static String plain(String name) {
        return name.toUpperCase(Locale.ROOT).replace(' ', '<');
    }

    private static boolean printable(String part) {
        return part.codePointCount(0, part.length()) <= MAX_PRINTED
                && part.codePoints().noneMatch(Character::isISOControl);
    }

    private static Refusal zone() {
        return Refusal.invalid(
                "TRAVEL_NAME_ZONE",
                "The machine readable zone has the letters A to Z; give the name's form in them,"
                        + " its parts with << and its words with < between them.");
    }

    @Override
    public String toString() {
        return "TravelName[REDACTED]";
    }
}
