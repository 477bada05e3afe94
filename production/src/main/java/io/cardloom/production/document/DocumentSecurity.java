package io.cardloom.production.document;

/**
 * The port behind which a tenant's document keys work, for one piece of work from one thread. No
 * key comes out in clear: what leaves is public, or wrapped under the transport key.
 */
public interface DocumentSecurity {

    /** The document signer's public key as DER (SubjectPublicKeyInfo), RSA-3072. */
    byte[] signerKey();

    /** Signs as document signer: RSASSA-PSS with SHA-256, MGF1 with SHA-256, salt of 32 bytes. */
    byte[] sign(byte[] data);

    /** A new key pair for one chip; the private half leaves wrapped and is forgotten. */
    AuthenticationKey authenticationKey(AuthenticationKind kind);

    /**
     * Wraps a key for the personalizer under the transport key (AES-256 key wrap with padding, RFC
     * 5649).
     */
    WrappedKey wrap(byte[] key);

    /** By which the personalizer knows that it has the same transport key. */
    String transportCheckValue();
}
