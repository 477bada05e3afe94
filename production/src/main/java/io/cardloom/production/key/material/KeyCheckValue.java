package io.cardloom.production.key.material;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.engines.DESedeEngine;
import org.bouncycastle.crypto.macs.CMac;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * Six hexadecimal characters by which people compare keys without seeing them (ANSI X9.24-1:2017,
 * annex A): of a TDEA key the first bytes of zeros encrypted, of an AES key the first bytes of the
 * CMAC of zeros. AES keys are also met with the older way, which is told apart by its method.
 *
 * @param hex6 upper case
 */
public record KeyCheckValue(String hex6) {

    /** Bytes that are shown. */
    public static final int BYTES = 3;

    public KeyCheckValue {
        if (!hex6.matches("[0-9A-F]{6}")) {
            throw new IllegalArgumentException("a check value is six hexadecimal characters");
        }
    }

    /** How a check value is made. */
    public enum Method {
        /** A block of zeros encrypted. */
        LEGACY,
        /** The CMAC of a block of zeros (ISO/IEC 9797-1, MAC algorithm 5). */
        CMAC
    }

    /** The value in the way that is usual for the key's algorithm. */
    public static KeyCheckValue of(ClearKey key) {
        return of(key, usual(key.kind().algorithm()));
    }

    /** The value made in this way. */
    public static KeyCheckValue of(ClearKey key, Method method) {
        byte[] bytes = key.bytes();
        try {
            return of(bytes, key.kind().algorithm(), method);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /** Of an AES key by CMAC; the caller keeps and wipes the bytes. */
    public static KeyCheckValue ofAes(byte[] key) {
        return of(key, KeyAlgorithm.AES, Method.CMAC);
    }

    /** Of a double or triple length DES key by encrypting zeros. */
    public static KeyCheckValue ofTdea(byte[] key) {
        return of(key, KeyAlgorithm.TDEA, Method.LEGACY);
    }

    /** The way that is usual: TDEA encrypts zeros, AES makes their CMAC. */
    public static Method usual(KeyAlgorithm algorithm) {
        return algorithm == KeyAlgorithm.TDEA ? Method.LEGACY : Method.CMAC;
    }

    /** The first bytes of a block that a device has made. */
    public static KeyCheckValue first(byte[] block) {
        return new KeyCheckValue(
                HexFormat.of().withUpperCase().formatHex(Arrays.copyOf(block, BYTES)));
    }

    /**
     * What a person typed; spaces and case do not matter.
     *
     * @throws IllegalArgumentException when it is not six hexadecimal characters
     */
    public static KeyCheckValue typed(String text) {
        return new KeyCheckValue(text.replace(" ", "").toUpperCase(Locale.ROOT));
    }

    private static KeyCheckValue of(byte[] key, KeyAlgorithm algorithm, Method method) {
        BlockCipher cipher =
                algorithm == KeyAlgorithm.TDEA ? new DESedeEngine() : AESEngine.newInstance();
        byte[] block = new byte[algorithm.blockBytes()];
        if (method == Method.LEGACY) {
            cipher.init(true, new KeyParameter(key));
            cipher.processBlock(block, 0, block, 0);
        } else {
            CMac mac = new CMac(cipher);
            mac.init(new KeyParameter(key));
            mac.update(block, 0, block.length);
            mac.doFinal(block, 0);
        }
        return first(block);
    }

    @Override
    public String toString() {
        return hex6;
    }
}
