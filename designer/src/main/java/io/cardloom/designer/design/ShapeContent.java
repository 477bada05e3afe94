package io.cardloom.designer.design;

/**
 * A filled shape as large as its box.
 *
 * @param fill {@code #rrggbb}, lower case
 */
public record ShapeContent(Kind shape, String fill) implements Content {

    /** The shapes there are. */
    public enum Kind {
        RECTANGLE,
        ELLIPSE
    }

    public ShapeContent {
        Checks.color("fill", fill);
    }
}
