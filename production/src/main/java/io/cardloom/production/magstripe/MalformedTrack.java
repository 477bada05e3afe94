package io.cardloom.production.magstripe;

/**
 * What was to be written is no track, or what was read is not one any more. Never repeats the
 * content. Reading the stripe again may help, writing the same again does not.
 */
public final class MalformedTrack extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public enum Fault {
        /** More characters than the standard allows, or bits that make no whole track. */
        LENGTH,
        /** A character that the track's set does not have or that the field must not hold. */
        CHARACTER,
        /** A character whose parity is even. */
        PARITY,
        /** No start sentinel at the beginning. */
        START,
        /** No end sentinel. */
        END,
        /** The check character does not fit. */
        LRC,
        /** A separator or field is missing or is none. */
        FIELD
    }

    private final Fault fault;

    /**
     * @param place of the character, from 0; -1 when the track as a whole is meant
     */
    MalformedTrack(Fault fault, int place) {
        super("malformed track: " + fault + (place < 0 ? "" : " at character " + place));
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
