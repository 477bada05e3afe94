package io.cardloom.production.key.hsm;

/**
 * Encrypts chips' keys on their way to the personalizer, with a pair of DES keys that he has too
 * and that stays inside here. Nothing is decrypted: that is his to do.
 */
public interface ChipTransport {

    /**
     * Opens the key for one piece of work, from one thread.
     *
     * @throws KeyDeviceFailure when there is no such key
     * @throws io.cardloom.tenancy.refusal.Refusal {@code KEY_DEVICE_UNABLE}
     */
    Key open(KeyName name);

    /** A key in use. */
    @FunctionalInterface
    interface Key {

        /**
         * @param blocks whole blocks of eight bytes, each for itself
         * @return as many bytes
         * @throws KeyDeviceFailure when the device does not do it
         */
        byte[] encrypt(byte[] blocks);
    }
}
