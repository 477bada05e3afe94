package io.cardloom.designer.design;

/**
 * A shape as large as its box.
 *
 * @param radius of a rectangle's corners, micrometers, 0 to 500,000; more than half a side is half
 *     a side
 */
public record ShapeContent(Kind shape, int radius, Coloring coloring) implements Content {

    /** The shapes there are. */
    public enum Kind {
        RECTANGLE,
        ELLIPSE,
        TRIANGLE,
        HEXAGON,
        STAR,
        /** From the left to the right in the middle of the box; only stroked. */
        LINE
    }

    public ShapeContent {
        Checks.length("radius", radius, 0, 500_000);
    }

    /** A shape of one color. */
    public ShapeContent(Kind shape, String fill) {
        this(shape, 0, Coloring.solid(fill));
    }
}
