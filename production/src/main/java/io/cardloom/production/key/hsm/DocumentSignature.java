package io.cardloom.production.key.hsm;

import java.security.spec.RSAPublicKeySpec;

/**
 * A document signer's RSA key, which signs the security objects of identity documents (ICAO Doc
 * 9303-12): RSASSA-PSS with SHA-256, MGF1 with SHA-256 and a salt of 32 bytes (RFC 8017, 8.1); it
 * stays inside. Its public exponent is 65537, its modulus of 2,048 to 4,096 bits.
 */
public interface DocumentSignature extends SigningKeys<DocumentSignature.Signer> {

    /** A key in use. */
    interface Signer {

        RSAPublicKeySpec publicKey();

        /**
         * @param data of any length; its SHA-256 is signed
         * @return as long as the modulus
         * @throws KeyDeviceFailure when the device does not do it
         */
        byte[] sign(byte[] data);
    }
}
