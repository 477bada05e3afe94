package io.cardloom.production.verification;

/**
 * A PIN that only the keystore which sealed it can open, and only for the account number it was
 * sealed for.
 */
public final class SealedPin {

    private final byte[] locked;

    public SealedPin(byte[] locked) {
        this.locked = locked.clone();
    }

    /** The sealed bytes, to be stored. */
    public byte[] bytes() {
        return locked.clone();
    }

    @Override
    public String toString() {
        return "SealedPin[REDACTED]";
    }
}
