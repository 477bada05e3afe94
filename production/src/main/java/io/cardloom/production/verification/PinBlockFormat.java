package io.cardloom.production.verification;

/** How ISO 9564-1 spells a PIN in a block that is then encrypted. */
public enum PinBlockFormat {
    /** Format 0: combined with the account number, for two-key triple DES. */
    ISO_0(0, 8),
    /** Format 1: without the account number, filled at random; where no account is known. */
    ISO_1(1, 8),
    /** Format 2: for a chip card's own check; never between computers. */
    ISO_2(2, 8),
    /** Format 3: as 0, filled at random, so that equal PINs give different blocks. */
    ISO_3(3, 8),
    /** Format 4: two blocks of AES with the account number between them. */
    ISO_4(4, 16);

    private final int control;
    private final int bytes;

    PinBlockFormat(int control, int bytes) {
        this.control = control;
        this.bytes = bytes;
    }

    /** The first four bits of the PIN field. */
    public int control() {
        return control;
    }

    /** How many bytes a block has: 8 or 16. */
    public int bytes() {
        return bytes;
    }
}
