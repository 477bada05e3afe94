package io.cardloom.production.key.block;

import io.cardloom.production.key.material.KeyAlgorithm;

/**
 * How a block is bound. Versions A and C (key variants) are not made nor read: ANSI X9.143:2021
 * deprecates them, since one key both encrypts and authenticates.
 */
public enum KeyBlockVersion {
    /** Keys derived by TDEA CMAC from a TDEA protection key; MAC of 8 bytes. */
    B(KeyAlgorithm.TDEA),
    /** Keys derived by AES CMAC from an AES protection key; MAC of 16 bytes. */
    D(KeyAlgorithm.AES);

    private final KeyAlgorithm protection;

    KeyBlockVersion(KeyAlgorithm protection) {
        this.protection = protection;
    }

    /** The algorithm of the key that protects the block. */
    public KeyAlgorithm protection() {
        return protection;
    }

    /** Bytes of the MAC, and of the cipher's block. */
    int unit() {
        return protection.blockBytes();
    }
}
