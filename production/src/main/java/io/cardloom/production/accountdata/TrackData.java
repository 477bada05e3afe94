package io.cardloom.production.accountdata;

/**
 * What a device writes on the stripe of one card, or what an issuer's host wants written there: the
 * characters of its tracks with their start and end sentinels, without the LRC, which the encoder
 * or {@code magstripe} adds.
 *
 * @param track1 from {@code %} to {@code ?} (ISO/IEC 7813, at most 78 characters without LRC)
 * @param track2 from {@code ;} to {@code ?} (at most 39 characters without LRC)
 * @param track3 the same (at most 106 characters without LRC); empty where none is written
 */
public record TrackData(String track1, String track2, String track3) {

    /** No track at all: of a card whose tracks are composed. */
    public static final TrackData NONE = new TrackData("", "", "");

    /** A stripe without track 3. */
    public TrackData(String track1, String track2) {
        this(track1, track2, "");
    }

    @Override
    public String toString() {
        return "TrackData[REDACTED]";
    }
}
