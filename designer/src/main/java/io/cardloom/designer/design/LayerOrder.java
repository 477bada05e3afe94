package io.cardloom.designer.design;

import org.jspecify.annotations.Nullable;

/** Makes fractional indexes: between any two there is always room for another. */
public final class LayerOrder {

    private LayerOrder() {}

    /**
     * An order that lies above {@code below} and below {@code above}.
     *
     * @param below null for the very bottom
     * @param above null for the very top
     */
    public static String between(@Nullable String below, @Nullable String above) {
        throw new IllegalStateException("not built yet");
    }
}
