package io.cardloom.production.accountdata;

/**
 * What a device writes on the stripe of one card: the characters of tracks 1 and 2 with their start
 * and end sentinels, without the LRC, which the encoder or {@code magstripe} adds.
 *
 * @param track1 from {@code %} to {@code ?} (ISO/IEC 7813, at most 78 characters without LRC)
 * @param track2 from {@code ;} to {@code ?} (at most 39 characters without LRC)
 */
public record TrackData(String track1, String track2) {

    @Override
    public String toString() {
        return "TrackData[REDACTED]";
    }
}
