package io.cardloom.production.key.material;

/** The block cipher a key belongs to, with its letter in a key block (ANSI X9.143, byte 7). */
public enum KeyAlgorithm {
    TDEA('T', 8),
    AES('A', 16);

    private final char letter;
    private final int blockBytes;

    KeyAlgorithm(char letter, int blockBytes) {
        this.letter = letter;
        this.blockBytes = blockBytes;
    }

    public char letter() {
        return letter;
    }

    public int blockBytes() {
        return blockBytes;
    }
}
