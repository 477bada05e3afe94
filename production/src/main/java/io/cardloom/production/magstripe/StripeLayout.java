package io.cardloom.production.magstripe;

import io.cardloom.production.accountdata.AccountRecord;
import io.cardloom.production.accountdata.TrackData;
import io.cardloom.production.choice.SuppliedTracks;
import io.cardloom.production.magstripe.DiscretionaryPattern.Value;
import java.util.function.Function;

/** Lays an account record and the values of its card on its tracks. */
public final class StripeLayout {

    private StripeLayout() {}

    /**
     * The tracks of one card in the usual format: both carry the verification value behind the five
     * places of the PIN verification data, which are zeros.
     *
     * @param verificationValue three digits (CVV of the stripe)
     * @throws MalformedTrack LENGTH or CHARACTER; cannot happen for a record that intake accepted
     */
    public static TrackData tracks(AccountRecord record, String verificationValue) {
        return tracks(record, StripeFormat.USUAL, value -> verificationValue);
    }

    /**
     * The tracks of one card: those that came with the list as they came, the others composed.
     *
     * @param values asked for what the format names, each in as many digits as it has
     * @throws MalformedTrack LENGTH or CHARACTER; cannot happen for a record that intake accepted
     */
    public static TrackData tracks(
            AccountRecord record, StripeFormat format, Function<Value, String> values) {
        SuppliedTracks supplied = format.supplied();
        TrackData given = record.tracks();
        return new TrackData(
                supplied.has(1) ? given.track1() : first(record, format, values),
                supplied.has(2) ? given.track2() : second(record, format, values),
                supplied.has(3) ? given.track3() : third(record, format, values));
    }

    private static String first(
            AccountRecord record, StripeFormat format, Function<Value, String> values) {
        return new Track1(
                        record.pan(),
                        record.name().encoded(),
                        record.expiry(),
                        record.serviceCode(),
                        format.track1().filled(values))
                .text();
    }

    private static String second(
            AccountRecord record, StripeFormat format, Function<Value, String> values) {
        return new Track2(
                        record.pan(),
                        record.expiry(),
                        record.serviceCode(),
                        format.track2().filled(values))
                .text();
    }

    private static String third(
            AccountRecord record, StripeFormat format, Function<Value, String> values) {
        Track3Format third = format.track3();
        return third == null ? "" : third.track(record, values).text();
    }
}
