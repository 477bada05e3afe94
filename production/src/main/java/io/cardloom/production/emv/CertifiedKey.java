package io.cardloom.production.emv;

/**
 * A certified public key as a card carries it.
 *
 * @param certificate as long as the modulus of the key that signed it
 * @param remainder the part of the modulus that the certificate has no room for; empty when it has
 * @param exponent one or three bytes
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier between two calls, never compared
public record CertifiedKey(byte[] certificate, byte[] remainder, byte[] exponent) {

    @Override
    public String toString() {
        return "CertifiedKey[REDACTED]";
    }
}
