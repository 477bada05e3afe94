package io.cardloom.production.magstripe;

import io.cardloom.production.accountdata.AccountRecord;
import io.cardloom.production.accountdata.TrackData;

/** Lays an account record and its verification value on tracks 1 and 2. */
public final class StripeLayout {

    // PIN verification key index and value: none on this stripe, their place is kept.
    private static final String NO_PIN_VERIFICATION = "00000";

    private StripeLayout() {}

    /**
     * The tracks of one card; both carry the verification value behind the five places of the PIN
     * verification data, which are zeros.
     *
     * @param verificationValue three digits (CVV of the stripe)
     * @throws MalformedTrack LENGTH or CHARACTER; cannot happen for a record that intake accepted
     */
    public static TrackData tracks(AccountRecord record, String verificationValue) {
        String discretionary = NO_PIN_VERIFICATION + verificationValue;
        Track1 one =
                new Track1(
                        record.pan(),
                        record.name().encoded(),
                        record.expiry(),
                        record.serviceCode(),
                        discretionary);
        Track2 two = new Track2(record.pan(), record.expiry(), record.serviceCode(), discretionary);
        return new TrackData(one.text(), two.text());
    }
}
