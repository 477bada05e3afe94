package io.cardloom.designer.render;

/**
 * A line of text as it will be printed.
 *
 * @param path SVG 1.1 path data in micrometers, in the coordinates of the card, before the layer's
 *     rotation about the middle of its box; empty for blank text
 * @param size of the em after shrinking, micrometers
 * @param baseline of the line, micrometers from the upper edge of the trimmed card
 * @param left edge of the line's advance width, micrometers from the left edge
 * @param width advance width, micrometers
 */
public record TextOutline(String path, int size, int baseline, int left, int width) {}
