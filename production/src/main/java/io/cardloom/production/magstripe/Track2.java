package io.cardloom.production.magstripe;

import io.cardloom.production.accountdata.ExpiryDate;
import io.cardloom.production.accountdata.Pan;
import io.cardloom.production.accountdata.ServiceCode;
import io.cardloom.production.magstripe.MalformedTrack.Fault;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Track 2 (ISO/IEC 7813): {@code ;<PAN>=<YYMM><service code><discretionary>?}.
 *
 * @param pan 12 to 19 digits
 * @param expiry YYMM
 * @param serviceCode three digits
 * @param discretionaryData digits; the whole track stays within 40 characters
 */
public record Track2(
        Pan pan, ExpiryDate expiry, ServiceCode serviceCode, String discretionaryData) {

    private static final Pattern DIGITS = Pattern.compile("[0-9]*");
    private static final Pattern TEXT =
            Pattern.compile(";([0-9]*)=([0-9]{4})([0-9]{3})([0-9]*)\\?");

    /**
     * @throws MalformedTrack CHARACTER or LENGTH
     */
    public Track2 {
        if (!DIGITS.matcher(discretionaryData).matches()) {
            throw new MalformedTrack(Fault.CHARACTER, -1);
        }
        if (pan.digits().length() + discretionaryData.length() + 11
                > TrackFormat.TRACK_2.maxCharacters()) {
            throw new MalformedTrack(Fault.LENGTH, -1);
        }
    }

    /** From start sentinel to end sentinel, without the LRC. */
    public String text() {
        return ";"
                + pan.digits()
                + '='
                + expiry.yymm()
                + serviceCode.digits()
                + discretionaryData
                + '?';
    }

    /**
     * Reads a track's text.
     *
     * @throws MalformedTrack FIELD when a separator is missing or a field is none; LENGTH
     */
    public static Track2 parse(String text) {
        Matcher fields = TEXT.matcher(text);
        if (!fields.matches()) {
            throw new MalformedTrack(Fault.FIELD, -1);
        }
        return new Track2(
                TrackFields.pan(fields.group(1)),
                TrackFields.expiry(fields.group(2)),
                TrackFields.serviceCode(fields.group(3)),
                fields.group(4));
    }

    @Override
    public String toString() {
        return "Track2[REDACTED]";
    }
}
