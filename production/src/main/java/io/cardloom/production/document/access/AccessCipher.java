package io.cardloom.production.document.access;

/** What chip and reader talk by once they have keys, in the order of the PACE identifiers. */
public enum AccessCipher {
    /** Two-key triple DES. */
    TDEA(16),
    AES_128(16),
    AES_192(24),
    AES_256(32);

    private final int bytes;

    AccessCipher(int bytes) {
        this.bytes = bytes;
    }

    /** The length of a key. */
    public int bytes() {
        return bytes;
    }
}
