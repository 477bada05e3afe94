package io.cardloom.designer.design;

import java.awt.geom.Path2D;

/**
 * Lines and curves that somebody drew, scaled to their box.
 *
 * @param d absolute SVG path data of whole numbers: M, L, Q, C and Z, the first of them M; up to
 *     {@link PathText#MOST_CHARACTERS} characters
 * @param viewWidth what of the path's own numbers is as wide as the box, 1 to 1,000,000
 * @param viewHeight what of them is as high
 */
public record PathContent(String d, int viewWidth, int viewHeight, Coloring coloring)
        implements Content {

    /**
     * @throws io.cardloom.tenancy.refusal.Refusal {@code PATH_FORM} or {@code LENGTH_OUT_OF_RANGE}
     */
    public PathContent {
        Checks.length("viewWidth", viewWidth, 1, Box.REACH);
        Checks.length("viewHeight", viewHeight, 1, Box.REACH);
        PathText.read(d);
    }

    /** The path in its own numbers. */
    public Path2D.Double outline() {
        return PathText.read(d);
    }
}
