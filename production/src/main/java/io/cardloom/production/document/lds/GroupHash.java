package io.cardloom.production.document.lds;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;

/** By what data groups are hashed (ICAO Doc 9303-12, 4.4). */
public enum GroupHash {
    SHA_256("SHA-256", NISTObjectIdentifiers.id_sha256),
    SHA_384("SHA-384", NISTObjectIdentifiers.id_sha384),
    SHA_512("SHA-512", NISTObjectIdentifiers.id_sha512);

    private final String algorithm;
    private final ASN1ObjectIdentifier identifier;

    GroupHash(String algorithm, ASN1ObjectIdentifier identifier) {
        this.algorithm = algorithm;
        this.identifier = identifier;
    }

    ASN1ObjectIdentifier identifier() {
        return identifier;
    }

    byte[] of(byte[] data) {
        try {
            return MessageDigest.getInstance(algorithm).digest(data);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(algorithm + " is not available", e);
        }
    }
}
