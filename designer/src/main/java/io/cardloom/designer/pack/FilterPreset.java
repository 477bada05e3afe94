package io.cardloom.designer.pack;

import io.cardloom.designer.design.PictureFilter;

/**
 * A way to show a picture.
 *
 * @param label what people call it, 1 to 60 characters
 */
public record FilterPreset(String label, PictureFilter filter) {}
