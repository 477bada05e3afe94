package io.cardloom.designer.design;

/**
 * How an outline is filled and stroked.
 *
 * @param fill the color, or where a gradient begins, {@code #rrggbb}
 * @param end where a gradient ends, {@code #rrggbb}
 * @param angle of a linear gradient, thousandths of a degree, 0 (to the right) to 359,999,
 *     clockwise; it begins and ends where the box does, seen along it
 * @param stroke color of the line along the outline, {@code #rrggbb}
 * @param strokeWidth micrometers, 0 (no line) to 20,000; half of it lies outside the outline
 */
public record Coloring(
        Kind kind, String fill, String end, int angle, String stroke, int strokeWidth) {

    /** How an outline is filled. */
    public enum Kind {
        SOLID,
        NONE,
        LINEAR,
        RADIAL
    }

    public Coloring {
        Checks.color("fill", fill);
        Checks.color("fillEnd", end);
        Checks.range("fillAngle", angle, 0, 359_999);
        Checks.color("stroke", stroke);
        Checks.length("strokeWidth", strokeWidth, 0, 20_000);
    }

    /** One color and no line. */
    public static Coloring solid(String fill) {
        return new Coloring(Kind.SOLID, fill, "#ffffff", 0, "#000000", 0);
    }
}
