package io.cardloom.designer.design;

import io.cardloom.tenancy.refusal.Refusal;
import java.util.regex.Pattern;

/**
 * What a layer is for, besides what it shows.
 *
 * @param group {@code grp_} and 26 characters of Crockford's base 32, the same for all layers of a
 *     group; empty for none
 * @param mandatory only the issuer's own people may change or remove it
 * @param surface where it is shown
 * @param plate the print plate its ink belongs to
 * @param slot the name a template knows this place by, 0 to 40 characters; empty for none
 */
public record LayerTags(
        String group, boolean mandatory, Surface surface, Plate plate, String slot) {

    private static final Pattern GROUP = Pattern.compile("(grp_[0-9A-HJKMNP-TV-Z]{26})?");

    /** A layer of its own, in color, on the card and on the phone. */
    public static final LayerTags NONE = new LayerTags("", false, Surface.BOTH, Plate.COLOR, "");

    /** Where a layer is shown. */
    public enum Surface {
        BOTH,
        /** On the card, not in a wallet's picture. */
        PHYSICAL,
        /** In a wallet's picture, never printed. */
        DIGITAL
    }

    /** The plates a card is printed from. */
    public enum Plate {
        COLOR,
        /** Black alone, such as a laser or a black panel prints it. */
        BLACK,
        /** Opaque white below the color; not seen in a picture of it. */
        WHITE,
        /** Ink that shows under ultraviolet light; not seen in a picture of the color. */
        UV
    }

    /**
     * @throws Refusal {@code GROUP_FORM}, {@code TEXT_TOO_LONG} or {@code TEXT_CONTROL_CHARACTER}
     */
    public LayerTags {
        if (!GROUP.matcher(group).matches()) {
            throw Refusal.invalid(
                    "GROUP_FORM",
                    "'group' has to be empty, or grp_ and 26 characters of Crockford's base 32.");
        }
        Checks.text("slot", slot, 40);
    }
}
