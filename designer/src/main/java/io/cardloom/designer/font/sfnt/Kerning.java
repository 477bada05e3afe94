package io.cardloom.designer.font.sfnt;

/** How a font brings its letters closer to each other. */
public enum Kerning {
    /** By the feature {@code kern} of the table {@code GPOS}. */
    FEATURE,
    /** By the older table {@code kern}. */
    TABLE,
    NONE
}
