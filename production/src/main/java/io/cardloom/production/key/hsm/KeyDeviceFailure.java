package io.cardloom.production.key.hsm;

/**
 * A device did not do what it was asked; the message holds the device's own code and no key. A
 * retry helps when the device was not reached.
 */
public final class KeyDeviceFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public KeyDeviceFailure(String message) {
        super(message);
    }
}
