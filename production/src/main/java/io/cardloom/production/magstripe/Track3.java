package io.cardloom.production.magstripe;

import io.cardloom.production.accountdata.ExpiryDate;
import io.cardloom.production.accountdata.Pan;
import io.cardloom.production.magstripe.MalformedTrack.Fault;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Track 3 of format code 01 (ISO/IEC 4909:2006, 8), as far as public sources show it. A field that
 * may be absent is an empty text, and a separator stands in its place.
 *
 * @param pan 12 to 19 digits
 * @param currency ISO 4217, three digits; 000 keeps the card from interchange
 * @param currencyExponent one digit
 * @param cycle amount authorized a cycle, amount remaining, cycle begin, cycle length: 14 digits
 * @param retryCount one digit
 * @param pinParameters six digits, or none
 * @param interchangeControl one digit
 * @param accountTypes type of account and service restriction of the account and of both subsidiary
 *     ones: six digits
 * @param expiry YYMM
 * @param sequence card sequence number, one digit
 * @param securityNumber nine digits, or none
 * @param firstSubsidiary account number; digits, or none
 * @param secondSubsidiary the same
 * @param relayMarker one digit
 * @param checkDigits crypto check digits: six, or none
 * @param additional what the issuer wants; digits and separators; the whole track stays within 107
 *     characters
 */
public record Track3(
        Pan pan,
        String currency,
        String currencyExponent,
        String cycle,
        String retryCount,
        String pinParameters,
        String interchangeControl,
        String accountTypes,
        ExpiryDate expiry,
        String sequence,
        String securityNumber,
        String firstSubsidiary,
        String secondSubsidiary,
        String relayMarker,
        String checkDigits,
        String additional) {

    private static final String FORMAT = "01";
    private static final char SEPARATOR = '=';
    private static final Pattern TEXT =
            Pattern.compile(
                    ";01(?<pan>[0-9]*)==(?<currency>[0-9]{3})(?<exponent>[0-9])(?<cycle>[0-9]{14})"
                            + "(?<retry>[0-9])(?<pin>[0-9]{6}|=)(?<control>[0-9])"
                            + "(?<types>[0-9]{6})(?<expiry>[0-9]{4})(?<sequence>[0-9])"
                            + "(?<security>[0-9]{9}|=)(?<first>[0-9]*)=(?<second>[0-9]*)="
                            + "(?<relay>[0-9])(?<check>[0-9]{6}|=)(?<more>[0-9=]*)\\?");

    /**
     * @throws MalformedTrack CHARACTER or LENGTH
     */
    public Track3 {
        digits(currency, "[0-9]{3}");
        digits(currencyExponent, "[0-9]");
        digits(cycle, "[0-9]{14}");
        digits(retryCount, "[0-9]");
        digits(pinParameters, "([0-9]{6})?");
        digits(interchangeControl, "[0-9]");
        digits(accountTypes, "[0-9]{6}");
        digits(sequence, "[0-9]");
        digits(securityNumber, "([0-9]{9})?");
        digits(firstSubsidiary, "[0-9]{0,19}");
        digits(secondSubsidiary, "[0-9]{0,19}");
        digits(relayMarker, "[0-9]");
        digits(checkDigits, "([0-9]{6})?");
        digits(additional, "[0-9=]*");
        int fixed = 2 + 2 + 2 + 3 + 1 + 14 + 1 + 1 + 6 + 4 + 1 + 2 + 1 + 1;
        int length =
                fixed
                        + pan.digits().length()
                        + Math.max(1, pinParameters.length())
                        + Math.max(1, securityNumber.length())
                        + firstSubsidiary.length()
                        + secondSubsidiary.length()
                        + Math.max(1, checkDigits.length())
                        + additional.length();
        if (length > TrackFormat.TRACK_3.maxCharacters()) {
            throw new MalformedTrack(Fault.LENGTH, -1);
        }
    }

    /** From start sentinel to end sentinel, without the LRC. */
    public String text() {
        return ";"
                + FORMAT
                + pan.digits()
                + SEPARATOR
                // The country code of older cards; a separator stands for it since 2006.
                + SEPARATOR
                + currency
                + currencyExponent
                + cycle
                + retryCount
                + orSeparator(pinParameters)
                + interchangeControl
                + accountTypes
                + expiry.yymm()
                + sequence
                + orSeparator(securityNumber)
                + firstSubsidiary
                + SEPARATOR
                + secondSubsidiary
                + SEPARATOR
                + relayMarker
                + orSeparator(checkDigits)
                + additional
                + '?';
    }

    /**
     * Reads a track's text.
     *
     * @throws MalformedTrack FIELD when a separator is missing or a field is none, or the format
     *     code is another one; LENGTH
     */
    public static Track3 parse(String text) {
        Matcher fields = TEXT.matcher(text);
        if (!fields.matches()) {
            throw new MalformedTrack(Fault.FIELD, -1);
        }
        return new Track3(
                TrackFields.pan(fields.group("pan")),
                fields.group("currency"),
                fields.group("exponent"),
                fields.group("cycle"),
                fields.group("retry"),
                orNone(fields.group("pin")),
                fields.group("control"),
                fields.group("types"),
                TrackFields.expiry(fields.group("expiry")),
                fields.group("sequence"),
                orNone(fields.group("security")),
                fields.group("first"),
                fields.group("second"),
                fields.group("relay"),
                orNone(fields.group("check")),
                fields.group("more"));
    }

    private static void digits(String field, String form) {
        if (!field.matches(form)) {
            throw new MalformedTrack(Fault.CHARACTER, -1);
        }
    }

    private static String orSeparator(String field) {
        return field.isEmpty() ? String.valueOf(SEPARATOR) : field;
    }

    private static String orNone(String field) {
        return field.equals(String.valueOf(SEPARATOR)) ? "" : field;
    }

    @Override
    public String toString() {
        return "Track3[REDACTED]";
    }
}
