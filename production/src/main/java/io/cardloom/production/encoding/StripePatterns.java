package io.cardloom.production.encoding;

import io.cardloom.production.choice.PinRule;
import io.cardloom.production.choice.SuppliedTracks;
import org.jspecify.annotations.Nullable;

/**
 * How a program fills the discretionary data of its stripes (ISO/IEC 7813), and its track 3.
 *
 * @param track1 digits and, each once, {@code {PVKI}}, {@code {PVV}}, {@code {OFFSET}}, {@code
 *     {CVV}} and {@code {PSN}}; 21 digits at most
 * @param track2 the same; 10 digits at most
 * @param track3 none where no track 3 is composed
 * @param supplied which tracks come whole with the cardholder list instead
 * @param pins what the PINs of the cards are
 */
public record StripePatterns(
        String track1,
        String track2,
        @Nullable Track3Patterns track3,
        SuppliedTracks supplied,
        PinRule pins) {

    /** Stripes without track 3. */
    public StripePatterns(String track1, String track2) {
        this(track1, track2, null);
    }

    /** Stripes of which every track is composed. */
    public StripePatterns(String track1, String track2, @Nullable Track3Patterns track3) {
        this(track1, track2, track3, SuppliedTracks.NONE);
    }

    /** Stripes of cards with the usual natural PINs. */
    public StripePatterns(
            String track1,
            String track2,
            @Nullable Track3Patterns track3,
            SuppliedTracks supplied) {
        this(track1, track2, track3, supplied, PinRule.USUAL);
    }

    /** The same with these PINs. */
    public StripePatterns with(PinRule rule) {
        return new StripePatterns(track1, track2, track3, supplied, rule);
    }
}
