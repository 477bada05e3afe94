package io.cardloom.production.document;

/**
 * A chip's key pair.
 *
 * @param publicKey SubjectPublicKeyInfo, DER; a curve's parameters are spelled out
 * @param privateKey PKCS #8, wrapped
 */
public record AuthenticationKey(byte[] publicKey, WrappedKey privateKey) {

    @Override
    public String toString() {
        return "AuthenticationKey[REDACTED]";
    }
}
