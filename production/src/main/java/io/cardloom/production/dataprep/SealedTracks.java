package io.cardloom.production.dataprep;

import io.cardloom.production.accountdata.TrackData;
import io.cardloom.production.key.store.DataKey;
import java.nio.charset.StandardCharsets;

/** The form in which a card's tracks rest: both texts with a line feed between them, sealed. */
final class SealedTracks {

    private SealedTracks() {}

    static byte[] seal(DataKey key, int number, TrackData tracks) {
        String both = tracks.track1() + '\n' + tracks.track2();
        return key.seal(both.getBytes(StandardCharsets.US_ASCII), place(number));
    }

    static TrackData open(DataKey key, int number, byte[] ciphertext) {
        String both = new String(key.open(ciphertext, place(number)), StandardCharsets.US_ASCII);
        int between = both.indexOf('\n');
        return new TrackData(both.substring(0, between), both.substring(between + 1));
    }

    private static String place(int number) {
        return "card/" + number;
    }
}
