package io.cardloom.production.key.store;

import io.cardloom.production.key.hsm.BrokenSeal;
import io.cardloom.production.key.hsm.SealedForm;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
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

    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Wrapping() {}

    static byte[] seal(SecretKey key, byte[] plain, String place) {
        byte[] nonce = new byte[SealedForm.NONCE];
        RANDOM.nextBytes(nonce);
        try {
            return new SealedForm(
                            nonce, cipher(Cipher.ENCRYPT_MODE, key, nonce, place).doFinal(plain))
                    .bytes();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is not available", e);
        }
    }

    /**
     * @throws BrokenSeal when the bytes, the key or the place are not those of the sealing
     */
    static byte[] open(SecretKey key, byte[] locked, String place) {
        SealedForm form = SealedForm.of(locked);
        try {
            return cipher(Cipher.DECRYPT_MODE, key, form.nonce(), place).doFinal(form.rest());
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
