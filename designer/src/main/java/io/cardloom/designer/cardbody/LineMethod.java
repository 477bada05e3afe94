package io.cardloom.designer.cardbody;

import java.util.Locale;

/** How a line that differs from card to card gets onto the card. */
public enum LineMethod {
    /** With the picture, by the print method of the card body. */
    FLAT("printed with the picture"),
    /** Raised letters, struck by wheels (ISO/IEC 7811-1). */
    EMBOSSED("embossed"),
    /** Letters struck into the surface, inked or not. */
    INDENTED("indented"),
    /** Burnt in by a laser of its own. */
    LASER("laser engraved"),
    /** Drops of ultraviolet ink from a head of its own. */
    UV("UV printed");

    private final String words;

    LineMethod(String words) {
        this.words = words;
    }

    /** For people, such as {@code laser engraved}. */
    public String words() {
        return words;
    }

    /** The word that documents and files use, such as {@code embossed}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether wheels strike it, letter after letter at a fixed pitch. */
    public boolean isStruck() {
        return this == EMBOSSED || this == INDENTED;
    }
}
