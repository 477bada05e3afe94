package io.cardloom.designer.design;

/**
 * A line of fixed text.
 *
 * @param text 0 to 500 characters, no control characters, no account number
 * @param font family key, 1 to 40 of {@code a-z0-9-}
 * @param weight 100 to 900 in hundreds
 * @param size of the em, micrometers, 200 to 100,000
 * @param color {@code #rrggbb}, lower case
 */
public record TextContent(String text, String font, int weight, int size, String color, Align align)
        implements Content {

    public TextContent {
        Checks.text("text", text, 500);
        Checks.type(font, weight, size);
        Checks.color("color", color);
    }
}
