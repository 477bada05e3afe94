package io.cardloom.tenancy.audit;

/** Says where an exported trail is not what it should be. */
final class BrokenTrail extends Exception {

    private static final long serialVersionUID = 1L;

    BrokenTrail(String message) {
        super(message);
    }
}
