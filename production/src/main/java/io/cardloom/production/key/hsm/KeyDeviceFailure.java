package io.cardloom.production.key.hsm;

/**
 * A device did not do what it was asked; the message holds the device's own code and no key. A
 * retry helps when the device was not reached.
 */
public final class KeyDeviceFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    public KeyDeviceFailure(String message) {
        this("KEY_DEVICE", message);
    }

    /**
     * @param code what went wrong, for those who look after the device
     */
    public KeyDeviceFailure(String code, String message) {
        super(message);
        this.code = code;
    }

    /** {@code KEY_DEVICE}, or more exactly what the driver knows. */
    public String code() {
        return code;
    }
}
