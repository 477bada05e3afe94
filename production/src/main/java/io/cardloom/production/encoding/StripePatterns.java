package io.cardloom.production.encoding;

import io.cardloom.production.choice.PinOrigin;
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
 * @param pins where the PINs of the cards come from
 */
public record StripePatterns(
        String track1,
        String track2,
        @Nullable Track3Patterns track3,
        SuppliedTracks supplied,
        PinOrigin pins) {

    /** Stripes without track 3. */
    public StripePatterns(String track1, String track2) {
        this(track1, track2, null);
    }

    /** Stripes of which every track is composed. */
    public StripePatterns(String track1, String track2, @Nullable Track3Patterns track3) {
        this(track1, track2, track3, SuppliedTracks.NONE);
    }

    /** Stripes of cards with natural PINs. */
    public StripePatterns(
            String track1,
            String track2,
            @Nullable Track3Patterns track3,
            SuppliedTracks supplied) {
        this(track1, track2, track3, supplied, PinOrigin.NATURAL);
    }
}
