package io.cardloom.production.tlv;

/** Bytes that are not what they should be; never repeats them. A retry does not help. */
public final class MalformedTlv extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public enum Fault {
        /** A tag that ISO/IEC 7816-4 does not allow, or one longer than three bytes. */
        TAG,
        /** A length of a form that is not allowed, or of more than four bytes. */
        LENGTH,
        /** A length of indefinite form (80), which EMV does not have. */
        INDEFINITE,
        /** The bytes end before the object does. */
        TRUNCATED
    }

    private final Fault fault;
    private final int offset;

    MalformedTlv(Fault fault, int offset) {
        super("malformed data object: " + fault + " at byte " + offset);
        this.fault = fault;
        this.offset = offset;
    }

    public Fault fault() {
        return fault;
    }

    /** Where it is wrong, counted in bytes from 0. */
    public int offset() {
        return offset;
    }
}
