package io.cardloom.designer.pack;

/**
 * An SVG file that becomes a drawing of a pack.
 *
 * @param name what the person called it; without its ending, the drawing's label
 */
public record DrawingFile(String name, byte[] content) {}
