package io.cardloom.production.key.hsm;

import io.cardloom.production.key.material.KeyKind;

/**
 * Single blocks for PINs: their blocks under a PIN encryption key (ISO 9564-1), and the encryption
 * that verification values and offsets are made of. The keys stay inside.
 */
public interface PinEncryption {

    /**
     * Opens the key for one piece of work, from one thread.
     *
     * @throws KeyDeviceFailure when there is no such key
     * @throws io.cardloom.tenancy.refusal.Refusal {@code KEY_DEVICE_UNABLE}
     */
    Key open(KeyName name, KeyKind kind);

    /** A key in use. */
    interface Key {

        /**
         * @param blocks whole blocks of the key's algorithm, each for itself
         * @return as many bytes, which the caller wipes
         */
        byte[] encrypt(byte[] blocks);

        /**
         * The reverse; a device does it with a PIN encryption key only.
         *
         * @throws KeyDeviceFailure when the key may not be used so
         */
        byte[] decrypt(byte[] blocks);
    }
}
