package io.cardloom.production.key.hsm;

/**
 * Sealed bytes do not open: they were changed, moved to another place, or sealed with another key.
 * A retry does not help.
 */
public final class BrokenSeal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BrokenSeal() {
        super("sealed bytes do not open: they were changed or belong elsewhere");
    }
}
