package io.cardloom.designer.cardbody;

import java.util.Locale;

/** A side of the card. The front is the side that a person is shown first. */
public enum Face {
    FRONT,
    BACK;

    /** The word that documents use: {@code front} or {@code back}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
