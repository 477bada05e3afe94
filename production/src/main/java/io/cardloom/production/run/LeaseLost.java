package io.cardloom.production.run;

/** Another node has taken the run over; this one must not touch it any more. */
final class LeaseLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LeaseLost() {
        super("another node has taken the run over");
    }
}
