package io.cardloom.production.document.mrz;

/** What the document says of the holder's sex (ICAO Doc 9303-4, 4.2.2.2). */
public enum Sex {
    FEMALE('F'),
    MALE('M'),
    /** Not said: a filler in the zone, X in print. */
    UNSPECIFIED('<');

    private final char letter;

    Sex(char letter) {
        this.letter = letter;
    }

    /** The zone's letter. */
    public char letter() {
        return letter;
    }
}
