package io.cardloom.designer.cardbody;

/**
 * A rectangle of the card body that belongs to something else than the picture.
 *
 * @param x left edge in micrometers from the left edge of the trimmed card, 0 or more
 * @param y upper edge in micrometers from the upper edge of the trimmed card, 0 or more, downwards
 * @param width in micrometers, at least 1; the zone ends inside the card
 * @param height in micrometers, at least 1; the zone ends inside the card
 * @param keepClear whether nothing may be printed here; false where print may run underneath
 * @param line how the lines that stand here are made; flat where no line is
 */
public record Zone(
        ZoneKind kind,
        Face face,
        int x,
        int y,
        int width,
        int height,
        boolean keepClear,
        LineMaking line) {

    /** A zone whose lines, if it has any, are printed with the picture. */
    public Zone(ZoneKind kind, Face face, int x, int y, int width, int height, boolean keepClear) {
        this(kind, face, x, y, width, height, keepClear, LineMaking.FLAT);
    }

    /** The same with its lines made in this way. */
    public Zone made(LineMaking how) {
        return new Zone(kind, face, x, y, width, height, keepClear, how);
    }

    /** Where it lies when the card of this size is turned by a quarter, seen from the front. */
    public Zone turned(int cardWidth, int cardHeight, boolean clockwise) {
        boolean right = clockwise == (face == Face.FRONT);
        return new Zone(
                kind,
                face,
                right ? cardHeight - y - height : y,
                right ? x : cardWidth - x - width,
                height,
                width,
                keepClear,
                line);
    }

    /** Whether a point of the same face lies in it. */
    public boolean holds(int px, int py) {
        return px >= x && px < x + width && py >= y && py < y + height;
    }

    boolean overlaps(Zone other) {
        return face == other.face
                && (long) x < (long) other.x + other.width
                && (long) other.x < (long) x + width
                && (long) y < (long) other.y + other.height
                && (long) other.y < (long) y + height;
    }
}
