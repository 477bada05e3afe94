package io.cardloom.production.magstripe;

import io.cardloom.production.accountdata.TrackData;
import io.cardloom.production.choice.PinOrigin;
import io.cardloom.production.choice.PinRule;
import io.cardloom.production.choice.SuppliedTracks;
import io.cardloom.production.magstripe.DiscretionaryPattern.Value;
import io.cardloom.tenancy.refusal.Refusal;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How a program's stripes are filled behind the fields that ISO/IEC 7813 fixes.
 *
 * @param track1 at most 21 digits, so that the longest account number and name find room
 * @param track2 at most 10 digits, for the same reason
 * @param track3 none where no track 3 is composed
 * @param supplied which tracks come whole with the list, and are not composed
 * @param pins what the PINs are; with drawn ones a composed track holds {@code {PVV}} or {@code
 *     {OFFSET}}, because no host could check them otherwise
 */
public record StripeFormat(
        DiscretionaryPattern track1,
        DiscretionaryPattern track2,
        @Nullable Track3Format track3,
        SuppliedTracks supplied,
        PinRule pins) {

    /** Five zeros where PIN verification data would stand, then the verification value. */
    public static final StripeFormat USUAL = of("00000{CVV}", "00000{CVV}");

    private static final int LONGEST_1 = 21;
    private static final int LONGEST_2 = 10;

    /**
     * @throws Refusal {@code STRIPE_PATTERN_LENGTH}, {@code PIN_UNCHECKED}
     */
    public StripeFormat {
        if (track1.length(pins.digits()) > LONGEST_1 || track2.length(pins.digits()) > LONGEST_2) {
            throw Refusal.invalid(
                    "STRIPE_PATTERN_LENGTH",
                    "Discretionary data have room for 21 digits on track 1 and for 10 on track 2,"
                            + " beside the longest account number.");
        }
        if (track3 != null) {
            track3.requireRoom(pins.digits());
        }
        Predicate<DiscretionaryPattern> checked = p -> p.has(Value.PVV) || p.has(Value.OFFSET);
        if (pins.origin() == PinOrigin.DRAWN
                && (supplied.has(1) || !checked.test(track1))
                && (supplied.has(2) || !checked.test(track2))
                && (supplied.has(3) || track3 == null || !checked.test(track3.additional()))) {
            throw Refusal.invalid(
                    "PIN_UNCHECKED",
                    "No host could check a PIN that is drawn: write {PVV} or {OFFSET} on a track"
                            + " that is composed here.");
        }
    }

    /**
     * @throws Refusal {@code STRIPE_PATTERN}, {@code STRIPE_PATTERN_LENGTH}
     */
    public static StripeFormat of(String track1, String track2) {
        return of(track1, track2, null);
    }

    /**
     * @throws Refusal {@code STRIPE_PATTERN}, {@code STRIPE_PATTERN_LENGTH}
     */
    public static StripeFormat of(String track1, String track2, @Nullable Track3Format track3) {
        return new StripeFormat(
                new DiscretionaryPattern(track1),
                new DiscretionaryPattern(track2),
                track3,
                SuppliedTracks.NONE,
                PinRule.USUAL);
    }

    /**
     * The same with these tracks from the list, and PINs of this rule.
     *
     * @throws Refusal {@code PIN_UNCHECKED}, {@code STRIPE_PATTERN_LENGTH}
     */
    public StripeFormat with(SuppliedTracks tracks, PinRule rule) {
        return new StripeFormat(track1, track2, track3, tracks, rule);
    }

    /** The same stripe with every track composed, for cards that no list speaks of. */
    public StripeFormat composed() {
        return new StripeFormat(
                track1,
                track2,
                track3 == null && supplied.has(3) ? Track3Format.USUAL : track3,
                SuppliedTracks.NONE,
                pins);
    }

    /** Whether each track that comes with the list is there. */
    public boolean isSuppliedBy(TrackData tracks) {
        return (!supplied.has(1) || !tracks.track1().isEmpty())
                && (!supplied.has(2) || !tracks.track2().isEmpty())
                && (!supplied.has(3) || !tracks.track3().isEmpty());
    }

    /** Whether each card has a track 3. */
    public boolean three() {
        return supplied.has(3) || track3 != null;
    }

    /** Whether a track that is composed needs this value. */
    public boolean has(Value value) {
        return (!supplied.has(1) && track1.has(value))
                || (!supplied.has(2) && track2.has(value))
                || (!supplied.has(3) && track3 != null && track3.additional().has(value));
    }
}
