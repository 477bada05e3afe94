package io.cardloom.production.key.hsm;

import io.cardloom.production.key.material.KeyKind;

/** Derives cards' keys from an issuer's chip master key, which stays inside. */
public interface KeyDerivation {

    /**
     * What the master key encrypts a card's diversification data to, each block for itself (EMV
     * Book 2, A1.4).
     *
     * @param blocks whole blocks of the master key's algorithm, 16 or 32 bytes in all
     * @return as many bytes, which the caller wipes
     * @throws KeyDeviceFailure when there is no such key
     */
    byte[] derive(KeyName master, KeyKind kind, byte[] blocks);
}
