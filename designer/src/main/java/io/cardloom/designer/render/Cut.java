package io.cardloom.designer.render;

/** How much of a face is shown. */
public enum Cut {
    /** With the bleed around it: what is printed before the card is punched. */
    BLEED,
    /** To the trimmed edge, with square corners. */
    TRIM,
    /** To the trimmed edge with the card's round corners; for screens, never for print. */
    ROUNDED
}
