package io.cardloom.production.document.mrz;

import io.cardloom.production.document.mrz.MalformedMrz.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A machine readable zone whose check digits fit (ICAO Doc 9303-4 to -6). */
public final class Mrz {

    private static final Pattern CHARACTERS = Pattern.compile("[A-Z0-9<]*");
    private static final Pattern DATE = Pattern.compile("([0-9]{2}|<<){3}");
    private static final Pattern NUMBER = Pattern.compile("[A-Z0-9]+<*");
    private static final Pattern STATE = Pattern.compile("[A-Z]{1,3}<*");
    private static final Pattern NAME = Pattern.compile("[A-Z]+(<[A-Z]+)*(<<[A-Z]+(<[A-Z]+)*)?<*");
    private static final int FIELD = 9;

    private final MrzFormat format;
    private final String zone;
    private final String number;

    private Mrz(MrzFormat format, String zone) {
        this.format = format;
        this.zone = zone;
        this.number = readNumber();
    }

    /**
     * Reads a zone.
     *
     * @param zone its lines one after the other, without line ends
     * @throws MalformedMrz LENGTH, CHARACTER, FIELD or CHECK_DIGIT
     */
    public static Mrz read(String zone) {
        for (MrzFormat format : MrzFormat.values()) {
            if (format.length() == zone.length()) {
                if (!CHARACTERS.matcher(zone).matches()) {
                    throw new MalformedMrz(Fault.CHARACTER, 0);
                }
                Mrz mrz = new Mrz(format, zone);
                mrz.check();
                return mrz;
            }
        }
        throw new MalformedMrz(Fault.LENGTH, zone.length());
    }

    public MrzFormat format() {
        return format;
    }

    /** All lines, one after the other. */
    public String text() {
        return zone;
    }

    /** The lines as they are printed. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < format.lines(); i++) {
            lines.add(zone.substring(i * format.width(), (i + 1) * format.width()));
        }
        return lines;
    }

    /** The number of the document, whole. */
    public String documentNumber() {
        return number;
    }

    /** Primary and secondary identifier with two fillers between them. */
    public String name() {
        return field(format.nameFrom(), format.nameLength()).replaceAll("<+$", "");
    }

    /**
     * What access keys are made of: number, birth and expiry with their check digits (ICAO Doc
     * 9303-11, 4.3.2); the number has nine characters or more.
     */
    public String information() {
        String filled = number + "<".repeat(Math.max(0, FIELD - number.length()));
        int birth = format.birthFrom();
        return filled + CheckDigit.of(number) + field(birth, 7) + field(birth + 8, 7);
    }

    private void check() {
        fits(Pattern.compile("[A-Z][A-Z<]"), 0, 2);
        fits(STATE, 2, 3);
        fits(STATE, format.nationalityFrom(), 3);
        fits(NAME, format.nameFrom(), format.nameLength());
        int birth = format.birthFrom();
        fits(DATE, birth, 6);
        checked(birth, 6);
        fits(Pattern.compile("[FM<]"), birth + 7, 1);
        fits(DATE, birth + 8, 6);
        checked(birth + 8, 6);
        if (format == MrzFormat.TD3) {
            String optional = field(format.optionalFrom(), format.optionalLength());
            int place = format.compositeFrom() - 1;
            boolean unused = optional.chars().allMatch(c -> c == '<') && zone.charAt(place) == '<';
            if (!unused && zone.charAt(place) != CheckDigit.of(optional)) {
                throw new MalformedMrz(Fault.CHECK_DIGIT, place);
            }
        }
        int composite = format.compositeFrom();
        if (zone.charAt(composite) != CheckDigit.of(format.composed(zone))) {
            throw new MalformedMrz(Fault.CHECK_DIGIT, composite);
        }
    }

    private String readNumber() {
        int from = format.numberFrom();
        String field = field(from, FIELD);
        fits(NUMBER, from, FIELD);
        char check = zone.charAt(from + FIELD);
        if (check != '<') {
            checked(from, FIELD);
            return field.replaceAll("<+$", "");
        }
        String more = field(format.optionalFrom(), format.optionalLength());
        int end = more.indexOf('<');
        if (format == MrzFormat.TD3 || field.endsWith("<") || end < 2) {
            throw new MalformedMrz(Fault.CHECK_DIGIT, from + FIELD);
        }
        String whole = field + more.substring(0, end - 1);
        if (more.charAt(end - 1) != CheckDigit.of(whole)) {
            throw new MalformedMrz(Fault.CHECK_DIGIT, format.optionalFrom() + end - 1);
        }
        return whole;
    }

    private void fits(Pattern form, int from, int length) {
        if (!form.matcher(field(from, length)).matches()) {
            throw new MalformedMrz(Fault.FIELD, from);
        }
    }

    private void checked(int from, int length) {
        if (zone.charAt(from + length) != CheckDigit.of(field(from, length))) {
            throw new MalformedMrz(Fault.CHECK_DIGIT, from + length);
        }
    }

    private String field(int from, int length) {
        return zone.substring(from, from + length);
    }

    @Override
    public String toString() {
        return "Mrz[REDACTED]";
    }
}
