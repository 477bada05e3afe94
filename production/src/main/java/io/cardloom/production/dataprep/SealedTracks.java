package io.cardloom.production.dataprep;

import io.cardloom.production.accountdata.TrackData;
import io.cardloom.production.key.store.DataKey;
import java.nio.charset.StandardCharsets;

/**
 * The form in which a card's tracks rest: their texts with line feeds between, sealed; two or
 * three.
 */
final class SealedTracks {

    private SealedTracks() {}

    static byte[] seal(DataKey key, int number, TrackData tracks) {
        String all = tracks.track1() + '\n' + tracks.track2();
        if (!tracks.track3().isEmpty()) {
            all += '\n' + tracks.track3();
        }
        return key.seal(all.getBytes(StandardCharsets.US_ASCII), place(number));
    }

    static TrackData open(DataKey key, int number, byte[] ciphertext) {
        String all = new String(key.open(ciphertext, place(number)), StandardCharsets.US_ASCII);
        int first = all.indexOf('\n');
        int second = all.indexOf('\n', first + 1);
        return second < 0
                ? new TrackData(all.substring(0, first), all.substring(first + 1))
                : new TrackData(
                        all.substring(0, first),
                        all.substring(first + 1, second),
                        all.substring(second + 1));
    }

    private static String place(int number) {
        return "card/" + number;
    }
}
