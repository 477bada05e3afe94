package io.cardloom.production.key.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * The form of a sealed stream: one byte of form, a salt of 32 bytes, then pieces of 64 KiB, each
 * with its tag. A stream has a key of its own (HKDF-SHA-256, RFC 5869, of the data key, the salt
 * and the place), so the nonce can count the pieces; its last byte marks the last piece, so that a
 * stream cut short does not open.
 */
final class StreamSeal {

    static final byte FORM = 1;
    static final int SALT = 32;
    static final int PIECE = 65_536;
    static final int TAG = 16;

    private final SecretKey key;
    private final String place;
    private long count;

    StreamSeal(SecretKey dataKey, byte[] salt, String place) {
        this.place = place;
        try {
            this.key =
                    KDF.getInstance("HKDF-SHA256")
                            .deriveKey(
                                    "AES",
                                    HKDFParameterSpec.ofExtract()
                                            .addIKM(dataKey)
                                            .addSalt(salt)
                                            .thenExpand(
                                                    place.getBytes(StandardCharsets.UTF_8), 32));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HKDF is not available", e);
        }
    }

    /** Seals or opens the next piece. */
    byte[] next(int mode, byte[] bytes, int length, boolean last) throws GeneralSecurityException {
        byte[] nonce =
                ByteBuffer.allocate(12)
                        .position(3)
                        .putLong(count++)
                        .put((byte) (last ? 1 : 0))
                        .array();
        Cipher cipher = Wrapping.cipher(mode, key, nonce, place);
        return cipher.doFinal(bytes, 0, length);
    }
}
