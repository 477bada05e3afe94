package io.cardloom.designer.ink;

import java.awt.geom.Path2D;

/**
 * A shaped line, its first glyph's origin at (0, 0) and y downwards.
 *
 * @param outline micrometers; not to be changed
 * @param advance where the next glyph would begin, micrometers
 * @param size of the em, micrometers
 */
public record ShapedText(Path2D.Double outline, double advance, int size) {}
