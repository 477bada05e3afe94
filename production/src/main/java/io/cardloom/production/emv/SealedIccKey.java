package io.cardloom.production.emv;

/**
 * A card's RSA key pair at rest.
 *
 * @param key its public half
 * @param sealed its private half, which only the keystore opens, and only in its place
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier between two calls, never compared
public record SealedIccKey(ChipPublicKey key, byte[] sealed) {

    @Override
    public String toString() {
        return "SealedIccKey[REDACTED]";
    }
}
