package io.cardloom.production.emv;

import io.cardloom.production.accountdata.AccountRecord;
import io.cardloom.production.accountdata.ExpiryDate;
import io.cardloom.production.tlv.Tag;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.Map;

/** An account record as data elements (EMV Book 3, Annex A). */
final class CardElements {

    private CardElements() {}

    static Map<Tag, byte[]> of(AccountRecord card, TrackImage image) {
        String digits = card.pan().digits();
        return Map.of(
                EmvTags.PAN, compressed(digits),
                EmvTags.SEQUENCE_NUMBER, number(card.sequenceNumber().number(), 2),
                EmvTags.EXPIRATION, expiration(card.expiry()),
                EmvTags.NAME, ascii(card.name().encoded()),
                EmvTags.SERVICE_CODE, number(Integer.parseInt(card.serviceCode().digits()), 4),
                EmvTags.TRACK_2,
                        compressed(
                                digits
                                        + 'D'
                                        + card.expiry().yymm()
                                        + card.serviceCode().digits()
                                        + image.track2()),
                EmvTags.TRACK_1_DISCRETIONARY, ascii(image.track1()));
    }

    /** Values of the greatest lengths. */
    static Map<Tag, byte[]> longest() {
        return Map.of(
                EmvTags.PAN, new byte[10],
                EmvTags.SEQUENCE_NUMBER, new byte[1],
                EmvTags.EXPIRATION, new byte[3],
                EmvTags.NAME, new byte[26],
                EmvTags.SERVICE_CODE, new byte[2],
                EmvTags.TRACK_2, new byte[19],
                EmvTags.TRACK_1_DISCRETIONARY, new byte[21]);
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** YYMMDD: the last day of the last month. */
    private static byte[] expiration(ExpiryDate expiry) {
        int year = 2000 + Integer.parseInt(expiry.yymm(), 0, 2, 10);
        int month = Integer.parseInt(expiry.yymm(), 2, 4, 10);
        return HexFormat.of().parseHex(expiry.yymm() + YearMonth.of(year, month).lengthOfMonth());
    }

    private static byte[] compressed(String digits) {
        return HexFormat.of().parseHex(digits.length() % 2 == 0 ? digits : digits + 'F');
    }

    private static byte[] number(int number, int digits) {
        String text = Integer.toString(number);
        return HexFormat.of().parseHex("0".repeat(digits - text.length()) + text);
    }
}
