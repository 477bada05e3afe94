package io.cardloom.designer.design;

/**
 * A line of fixed text.
 *
 * @param text 0 to 500 characters, no control characters, no account number
 * @param arc the angle over which the line is bent, thousandths of a degree, -360,000 to 360,000; 0
 *     for a straight line; where it is positive, both ends bend down
 */
public record TextContent(
        String text,
        String font,
        int weight,
        int size,
        String color,
        Align align,
        int tracking,
        int shrink,
        int arc)
        implements Typeset {

    public TextContent {
        Checks.text("text", text, 500);
        Checks.type(font, weight, size);
        Checks.color("color", color);
        Checks.range("tracking", tracking, -200, 1_000);
        Checks.range("shrink", shrink, 100, NEVER_SHRINKS);
        Checks.range("arc", arc, -360_000, 360_000);
    }

    /** A straight line that keeps its size. */
    public TextContent(String text, String font, int weight, int size, String color, Align align) {
        this(text, font, weight, size, color, align, NO_TRACKING, NEVER_SHRINKS, 0);
    }
}
