package io.cardloom.production.key.hsm;

/**
 * Seals small things, such as other keys, with an AES-256 key that stays inside (AES-GCM): one byte
 * of form, twelve random bytes, ciphertext and tag.
 */
public interface DataProtection {

    /**
     * @param place what the bytes are for; they open there only
     * @throws KeyDeviceFailure when there is no such key
     */
    byte[] seal(KeyName key, byte[] plain, String place);

    /**
     * The plain bytes, which the caller wipes.
     *
     * @throws BrokenSeal when bytes, key or place are not those of the sealing
     * @throws KeyDeviceFailure when there is no such key
     */
    byte[] open(KeyName key, byte[] sealed, String place);
}
