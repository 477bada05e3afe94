package io.cardloom.production.output;

/** How a hand-over to a bureau ended. */
public sealed interface HandOver {

    /**
     * The package is there, whole.
     *
     * @param remoteName what it is called at the bureau
     * @param bytes its size as sent
     * @param sha256 of the bytes as sent, 64 lower-case hexadecimal digits
     */
    record Delivered(String remoteName, long bytes, String sha256) implements HandOver {}

    /** A package of this name was there before; nothing was sent. */
    record AlreadyThere(String remoteName, long bytes, String sha256) implements HandOver {}

    /** It cannot be known whether the package arrived; the same name is sent again later. */
    record Unreachable(String reason) implements HandOver {}

    /** The bureau does not take it, and has nothing of it; a person has to act. */
    record Rejected(String reason) implements HandOver {}
}
