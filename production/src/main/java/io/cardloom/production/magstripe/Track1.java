package io.cardloom.production.magstripe;

import io.cardloom.production.accountdata.ExpiryDate;
import io.cardloom.production.accountdata.Pan;
import io.cardloom.production.accountdata.ServiceCode;
import io.cardloom.production.magstripe.MalformedTrack.Fault;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Track 1 of format B (ISO/IEC 7813): {@code %B<PAN>^<name>^<YYMM><service code><discretionary>?}.
 *
 * @param pan 12 to 19 digits
 * @param name 2 to 26 characters of the track's set
 * @param expiry YYMM
 * @param serviceCode three digits
 * @param discretionaryData what the issuer wants; the whole track stays within 79 characters
 */
public record Track1(
        Pan pan,
        String name,
        ExpiryDate expiry,
        ServiceCode serviceCode,
        String discretionaryData) {

    // Characters that ISO/IEC 7811 leaves to data; the others steer hardware or are national.
    private static final String SET = "[A-Z0-9 $()./-]";
    private static final Pattern NAME = Pattern.compile(SET + "{2,26}");
    private static final Pattern DATA = Pattern.compile(SET + "*");
    private static final Pattern TEXT =
            Pattern.compile("%B([0-9]*)\\^([^^]*)\\^([0-9]{4})([0-9]{3})([^^?]*)\\?");

    /**
     * @throws MalformedTrack CHARACTER or LENGTH
     */
    public Track1 {
        if (!NAME.matcher(name).matches() || !DATA.matcher(discretionaryData).matches()) {
            throw new MalformedTrack(Fault.CHARACTER, -1);
        }
        if (pan.digits().length() + name.length() + discretionaryData.length() + 13
                > TrackFormat.TRACK_1.maxCharacters()) {
            throw new MalformedTrack(Fault.LENGTH, -1);
        }
    }

    /** From start sentinel to end sentinel, without the LRC. */
    public String text() {
        return "%B"
                + pan.digits()
                + '^'
                + name
                + '^'
                + expiry.yymm()
                + serviceCode.digits()
                + discretionaryData
                + '?';
    }

    /**
     * Reads a track's text.
     *
     * @throws MalformedTrack FIELD when a separator is missing or a field is none; CHARACTER,
     *     LENGTH
     */
    public static Track1 parse(String text) {
        Matcher fields = TEXT.matcher(text);
        if (!fields.matches()) {
            throw new MalformedTrack(Fault.FIELD, -1);
        }
        return new Track1(
                TrackFields.pan(fields.group(1)),
                fields.group(2),
                TrackFields.expiry(fields.group(3)),
                TrackFields.serviceCode(fields.group(4)),
                fields.group(5));
    }

    @Override
    public String toString() {
        return "Track1[REDACTED]";
    }
}
