package io.cardloom.production.intake.form;

import io.cardloom.production.accountdata.Pan;
import io.cardloom.production.choice.SuppliedTracks;
import io.cardloom.production.intake.file.SourceRow;
import io.cardloom.production.magstripe.MalformedTrack;
import io.cardloom.production.magstripe.Track1;
import io.cardloom.production.magstripe.Track2;
import io.cardloom.production.magstripe.Track3;
import io.cardloom.production.magstripe.Track3Format;
import io.cardloom.production.magstripe.TrackFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands for the tracks of a sample, in which nothing is left of them but what the row says as
 * well: no discretionary data, and another account number.
 */
final class SampleTracks {

    /** Stands for a masked account number while a row is checked. */
    static final String ACCOUNT = Pan.withCheckDigit("999900000000000").digits();

    /** Stands for one that is not the row's. */
    private static final String OTHER = Pan.withCheckDigit("999900000000001").digits();

    private SampleTracks() {}

    /**
     * Whether a value is to be taken for a track.
     *
     * @param column what its column is called
     */
    static boolean isTrack(SuppliedTracks wanted, String column, String value) {
        return wanted != SuppliedTracks.NONE
                && !value.isBlank()
                && (Forbidden.isTrack(value)
                        || (Forbidden.named(column).isPresent()
                                && Forbidden.beyondTracks(column).isEmpty()));
    }

    /** For the eye. */
    static String shown(String value) {
        return "track data, " + value.strip().length() + " characters";
    }

    /** For the checks: right where the track is right, wrong where it is wrong. */
    static String standIn(SourceRow row, String value) {
        String given = value.strip();
        for (TrackFormat format : TrackFormat.values()) {
            @Nullable String right = read(row.values(), format, given);
            if (right != null) {
                return right;
            }
        }
        // A track whose expiry is 0000 is never right.
        return given.replaceAll("[0-9]", "0").replaceAll("[A-Z]", "A").replaceAll("[a-z]", "a");
    }

    private static @Nullable String read(List<String> row, TrackFormat format, String given) {
        try {
            String text = format.framed(given);
            return switch (format) {
                case TRACK_1 -> {
                    Track1 track = Track1.parse(text);
                    yield new Track1(
                                    account(row, track.pan()),
                                    track.name(),
                                    track.expiry(),
                                    track.serviceCode(),
                                    "")
                            .text();
                }
                case TRACK_2 -> {
                    Track2 track = Track2.parse(text);
                    yield new Track2(
                                    account(row, track.pan()),
                                    track.expiry(),
                                    track.serviceCode(),
                                    "")
                            .text();
                }
                case TRACK_3 -> third(row, Track3.parse(text)).text();
            };
        } catch (MalformedTrack e) {
            return null;
        }
    }

    private static Track3 third(List<String> row, Track3 track) {
        Track3Format usual = Track3Format.USUAL;
        return new Track3(
                account(row, track.pan()),
                usual.currency(),
                usual.exponent(),
                usual.cycle(),
                usual.retryCount(),
                "",
                usual.interchangeControl(),
                usual.accountTypes(),
                track.expiry(),
                track.sequence(),
                "",
                "",
                "",
                "0",
                "",
                "");
    }

    private static Pan account(List<String> row, Pan pan) {
        boolean same = row.stream().anyMatch(v -> v.replace(" ", "").equals(pan.digits()));
        return new Pan(same ? ACCOUNT : OTHER);
    }
}
