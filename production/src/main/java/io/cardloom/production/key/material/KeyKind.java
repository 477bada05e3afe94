package io.cardloom.production.key.material;

import java.util.Arrays;
import java.util.Optional;

/** Algorithm and length of a key; single DES is none of them, being too short since long ago. */
public enum KeyKind {
    TDEA_DOUBLE(KeyAlgorithm.TDEA, 16, 80),
    TDEA_TRIPLE(KeyAlgorithm.TDEA, 24, 112),
    AES_128(KeyAlgorithm.AES, 16, 128),
    AES_192(KeyAlgorithm.AES, 24, 192),
    AES_256(KeyAlgorithm.AES, 32, 256);

    private final KeyAlgorithm algorithm;
    private final int bytes;
    private final int strength;

    KeyKind(KeyAlgorithm algorithm, int bytes, int strength) {
        this.algorithm = algorithm;
        this.bytes = bytes;
        this.strength = strength;
    }

    public KeyAlgorithm algorithm() {
        return algorithm;
    }

    /** Bytes of the key, parity bits of TDEA included. */
    public int bytes() {
        return bytes;
    }

    /** Bits of security (NIST SP 800-57 part 1, table 2). */
    public int strength() {
        return strength;
    }

    /** The kind of that algorithm and length; empty when there is none. */
    public static Optional<KeyKind> of(KeyAlgorithm algorithm, int bytes) {
        return Arrays.stream(values())
                .filter(k -> k.algorithm == algorithm && k.bytes == bytes)
                .findFirst();
    }
}
