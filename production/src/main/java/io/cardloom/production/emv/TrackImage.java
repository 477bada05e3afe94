package io.cardloom.production.emv;

/**
 * The discretionary data of a card's stripe as its chip tells them (EMV Book 3, Annex A, tags 9F1F
 * and 57): what stands on the stripe, with the chip's verification value (iCVV) in the place of the
 * stripe's, so that a host knows where what it reads was copied from.
 *
 * @param track1 at most 21 digits
 * @param track2 at most 10 digits
 */
public record TrackImage(String track1, String track2) {

    @Override
    public String toString() {
        return "TrackImage[REDACTED]";
    }
}
