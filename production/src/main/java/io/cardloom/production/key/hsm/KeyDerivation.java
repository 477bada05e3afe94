package io.cardloom.production.key.hsm;

import io.cardloom.production.key.material.KeyKind;

/** Derives cards' keys from an issuer's chip master key, which stays inside. */
public interface KeyDerivation {

    /**
     * Opens the master key for one piece of work, from one thread.
     *
     * @throws KeyDeviceFailure when there is no such key
     * @throws io.cardloom.tenancy.refusal.Refusal {@code KEY_DEVICE_UNABLE}
     */
    Master open(KeyName master, KeyKind kind);

    /** A master key in use. */
    @FunctionalInterface
    interface Master {

        /**
         * What the master key encrypts a card's diversification data to, each block for itself (EMV
         * Book 2, A1.4).
         *
         * @param blocks whole blocks of the master key's algorithm, 16 or 32 bytes in all
         * @return as many bytes, which the caller wipes
         * @throws KeyDeviceFailure when the key may not be used so
         */
        byte[] derive(byte[] blocks);
    }
}
