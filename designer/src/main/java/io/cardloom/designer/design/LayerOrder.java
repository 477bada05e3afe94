package io.cardloom.designer.design;

import org.jspecify.annotations.Nullable;

/**
 * Makes fractional indexes: between any two there is room for another, so that moving one layer
 * changes one layer.
 */
public final class LayerOrder {

    private static final String DIGITS =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int BASE = DIGITS.length();

    private LayerOrder() {}

    /**
     * An order above {@code below} and below {@code above}, as short as can be; it never ends in
     * {@code 0}.
     *
     * @param below null for the very bottom
     * @param above null for the very top
     * @throws IllegalArgumentException when there is no room: {@code above} is not above {@code
     *     below}, or is it by zeros alone
     */
    public static String between(@Nullable String below, @Nullable String above) {
        String low = below == null ? "" : below;
        StringBuilder made = new StringBuilder();
        boolean bounded = above != null;
        for (int i = 0; ; i++) {
            int floor = i < low.length() ? DIGITS.indexOf(low.charAt(i)) : 0;
            int ceiling = BASE;
            if (bounded && above != null) {
                if (i >= above.length()) {
                    throw new IllegalArgumentException("no order lies between these");
                }
                ceiling = DIGITS.indexOf(above.charAt(i));
            }
            if (floor < 0 || ceiling < 0 || floor > ceiling) {
                throw new IllegalArgumentException("no order lies between these");
            }
            int middle = middle(floor, ceiling, above == null);
            if (middle > floor) {
                return made.append(DIGITS.charAt(middle)).toString();
            }
            made.append(DIGITS.charAt(floor));
            bounded = bounded && floor == ceiling;
        }
    }

    /** On top, one step is enough: a stack that only grows keeps short orders. */
    private static int middle(int floor, int ceiling, boolean onTop) {
        return onTop ? Math.min(floor + 1, ceiling - 1) : (floor + ceiling) / 2;
    }
}
