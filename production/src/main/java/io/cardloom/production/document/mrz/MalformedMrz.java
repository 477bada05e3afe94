package io.cardloom.production.document.mrz;

/** Lines that are no machine readable zone; never repeats them. A retry does not help. */
public final class MalformedMrz extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public enum Fault {
        /** Not the number of characters of TD1 (90), TD2 (72) or TD3 (88). */
        LENGTH,
        /** A character that the zone, or the field, does not have. */
        CHARACTER,
        /** A field that is empty, not of its form, or not filled up at its end. */
        FIELD,
        /** A check digit that does not fit. */
        CHECK_DIGIT
    }

    private final Fault fault;

    MalformedMrz(Fault fault, int place) {
        super("malformed machine readable zone: " + fault + " at character " + place);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
