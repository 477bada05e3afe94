package io.cardloom.designer.ink;

import java.awt.geom.AffineTransform;

/** What an outline is filled with, sRGB 0xrrggbb. */
public sealed interface Paint {

    /** One color. */
    record Solid(int rgb) implements Paint {}

    /**
     * From one color to another along a line; before and beyond it lies the first and the last.
     *
     * @param axis carries (0, 0) to where it begins and (1, 0) to where it ends, micrometers
     */
    record Linear(int from, int to, AffineTransform axis) implements Paint {}

    /**
     * From one color in the middle to another at the rim.
     *
     * @param disc carries the circle of radius 1 about (0, 0) to the rim, micrometers
     */
    record Radial(int from, int to, AffineTransform disc) implements Paint {}
}
