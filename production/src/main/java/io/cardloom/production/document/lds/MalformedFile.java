package io.cardloom.production.document.lds;

/**
 * Bytes that are no file of the logical data structure, or not in the one form that Cardloom
 * writes; never repeats them. A retry does not help.
 */
public final class MalformedFile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public enum Fault {
        /** No data objects, other ones than the file has, or not in their shortest form. */
        STRUCTURE,
        /** A value that its data object cannot have. */
        VALUE,
        /** A picture that is neither JPEG nor JPEG 2000, or one that is cut short. */
        PICTURE,
        /** A hash that is not the one of the file. */
        HASH,
        /** A signature that the certificate's key did not make. */
        SIGNATURE
    }

    private final Fault fault;

    MalformedFile(Fault fault) {
        super("malformed file of an identity document: " + fault);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
