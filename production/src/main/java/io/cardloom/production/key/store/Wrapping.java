package io.cardloom.production.key.store;

import io.cardloom.production.key.hsm.BrokenSeal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * AES-256-GCM of small things (NIST SP 800-38D): one byte of form, twelve random bytes, ciphertext
 * and tag. What the bytes are for is authenticated with them, so that a row or a key moved to
 * another place does not open there.
 */
final class Wrapping {

    private static final byte FORM = 1;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Wrapping() {}

    static byte[] seal(SecretKey key, byte[] plain, String place) {
        byte[] locked = new byte[1 + NONCE + plain.length + TAG_BITS / 8];
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        locked[0] = FORM;
        System.arraycopy(nonce, 0, locked, 1, NONCE);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, place);
            cipher.doFinal(plain, 0, plain.length, locked, 1 + NONCE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is not available", e);
        }
        return locked;
    }

    /**
     * @throws BrokenSeal when the bytes, the key or the place are not those of the sealing
     */
    static byte[] open(SecretKey key, byte[] locked, String place) {
        if (locked.length < 1 + NONCE + TAG_BITS / 8 || locked[0] != FORM) {
            throw new BrokenSeal();
        }
        try {
            byte[] nonce = Arrays.copyOfRange(locked, 1, 1 + NONCE);
            return cipher(Cipher.DECRYPT_MODE, key, nonce, place)
                    .doFinal(locked, 1 + NONCE, locked.length - 1 - NONCE);
        } catch (AEADBadTagException e) {
            throw new BrokenSeal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is not available", e);
        }
    }

    static Cipher cipher(int mode, SecretKey key, byte[] nonce, String place)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
