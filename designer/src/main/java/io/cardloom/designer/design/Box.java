package io.cardloom.designer.design;

/**
 * Where a layer lies, in whole micrometers from the top-left corner of the trimmed card, y down. It
 * may reach over the trim, into the bleed or beyond.
 *
 * @param x left edge, -1,000,000 to 1,000,000
 * @param y upper edge, -1,000,000 to 1,000,000
 * @param width 1 to 1,000,000
 * @param height 1 to 1,000,000
 * @param rotation clockwise about the middle of the box, thousandths of a degree, 0 to 359,999
 */
public record Box(int x, int y, int width, int height, int rotation) {

    /** The farthest that a box may reach, and its greatest side. */
    public static final int REACH = 1_000_000;

    /**
     * @throws io.cardloom.tenancy.refusal.Refusal {@code LENGTH_OUT_OF_RANGE} or {@code
     *     ROTATION_OUT_OF_RANGE}; sending it again does not help
     */
    public Box {
        Checks.length("x", x, -REACH, REACH);
        Checks.length("y", y, -REACH, REACH);
        Checks.length("width", width, 1, REACH);
        Checks.length("height", height, 1, REACH);
        Checks.rotation(rotation);
    }
}
