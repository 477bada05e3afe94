package io.cardloom.production.document.mrz;

import io.cardloom.tenancy.refusal.Refusal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/**
 * What a machine readable zone says, before it is laid out (ICAO Doc 9303-3, section 4).
 *
 * @param documentCode one or two letters: P and one more for TD3; A, C or I and one more but V for
 *     TD1 and TD2
 * @param issuingState one to three letters (ISO 3166-1 or Doc 9303-3, section 5)
 * @param documentNumber A to Z and digits
 * @param nationality one to three letters
 * @param expiry the last day
 * @param optional A to Z, digits and fillers; empty when there are none
 * @param secondOptional TD1 only; empty otherwise
 */
public record MrzFields(
        String documentCode,
        String issuingState,
        TravelName name,
        String documentNumber,
        String nationality,
        BirthDate birth,
        Sex sex,
        LocalDate expiry,
        String optional,
        String secondOptional) {

    private static final DateTimeFormatter YYMMDD = DateTimeFormatter.ofPattern("uuMMdd");
    private static final int NUMBER = 9;

    /**
     * @throws Refusal {@code MRZ_FIELD} when a field is not of its form
     */
    public MrzFields {
        MrzPart.DOCUMENT_CODE.require(documentCode);
        MrzPart.ISSUING_STATE.require(issuingState);
        MrzPart.DOCUMENT_NUMBER.require(documentNumber);
        MrzPart.NATIONALITY.require(nationality);
        MrzPart.OPTIONAL.require(optional);
        MrzPart.SECOND_OPTIONAL.require(secondOptional);
        require(expiry.getYear() >= 1900 && expiry.getYear() <= 2999, "the date of expiry");
    }

    /**
     * The zone with its check digits.
     *
     * @throws Refusal {@code MRZ_FIELD} when the format has no room for a field or takes no
     *     documents of this code; {@code TRAVEL_NAME_LENGTH}
     */
    public Mrz zone(MrzFormat format) {
        require(documentCode.startsWith("P") == (format == MrzFormat.TD3), "the document code");
        require(documentNumber.length() <= format.longestNumber(), "the document number");
        char[] zone = "<".repeat(format.length()).toCharArray();
        put(zone, 0, documentCode);
        put(zone, 2, issuingState);
        put(zone, format.nameFrom(), name.field(format));
        put(zone, format.nationalityFrom(), nationality);
        dates(format, zone);
        optional(format, zone, number(format, zone));
        put(zone, format.secondOptionalFrom(), format == MrzFormat.TD1 ? secondOptional : "");
        zone[format.compositeFrom()] = CheckDigit.of(format.composed(String.valueOf(zone)));
        return Mrz.read(String.valueOf(zone));
    }

    private void dates(MrzFormat format, char[] zone) {
        String birthday = birth.zone();
        String last = expiry.format(YYMMDD);
        String all = birthday + CheckDigit.of(birthday) + sex.letter() + last + CheckDigit.of(last);
        put(zone, format.birthFrom(), all);
    }

    /** Lays the number out; what of it goes before the optional data. */
    private String number(MrzFormat format, char[] zone) {
        char check = CheckDigit.of(documentNumber);
        if (documentNumber.length() <= NUMBER) {
            put(zone, format.numberFrom(), documentNumber);
            zone[format.numberFrom() + NUMBER] = check;
            return "";
        }
        put(zone, format.numberFrom(), documentNumber.substring(0, NUMBER));
        return documentNumber.substring(NUMBER) + check + '<';
    }

    private void optional(MrzFormat format, char[] zone, String before) {
        require(
                before.length() + optional.length() <= format.optionalLength(),
                "the optional data");
        require(secondOptional.length() <= format.secondOptionalLength(), "the optional data");
        put(zone, format.optionalFrom(), before + optional);
        if (format == MrzFormat.TD3 && !optional.isEmpty()) {
            zone[format.compositeFrom() - 1] = CheckDigit.of(optional);
        }
    }

    private static void put(char[] zone, int from, String text) {
        text.getChars(0, text.length(), zone, from);
    }

    private static void require(boolean sound, String what) {
        if (!sound) {
            throw MrzPart.refusal(what);
        }
    }

    @Override
    public String toString() {
        return "MrzFields[REDACTED]";
    }
}
