package io.cardloom.production.key.hsm;

import java.security.spec.RSAPublicKeySpec;

/**
 * An issuer's RSA key that signs the certificates and static data of chips, without padding of its
 * own (EMV Book 2, A2.1); it stays inside. Its public exponent is 3.
 */
public interface IssuerSignature extends SigningKeys<IssuerSignature.Signer> {

    /** A key in use. */
    interface Signer {

        RSAPublicKeySpec publicKey();

        /**
         * The block to the power of the private exponent.
         *
         * @param block as long as the modulus, and less than it
         * @throws IllegalArgumentException when it is not
         * @throws KeyDeviceFailure when the device does not do it
         */
        byte[] sign(byte[] block);
    }
}
