package io.cardloom.production.key.hsm;

import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Optional;

/**
 * A document signer's RSA key, which signs the security objects of identity documents (ICAO Doc
 * 9303-12): RSASSA-PSS with SHA-256, MGF1 with SHA-256 and a salt of 32 bytes (RFC 8017, 8.1); it
 * stays inside.
 */
public interface DocumentSignature {

    /** The key of this name, for one piece of work from one thread; empty when there is none. */
    Optional<Signer> find(KeyName name);

    /**
     * Makes a key inside, public exponent 65537.
     *
     * @param bits of its modulus, a multiple of eight, 2,048 to 4,096
     * @throws KeyDeviceFailure when the device does not do it; nothing is kept then
     * @throws io.cardloom.tenancy.refusal.Refusal {@code KEY_DEVICE_UNABLE}
     */
    Signer generate(KeyName name, int bits);

    /**
     * Takes in a key that was made outside and is certified already.
     *
     * @throws KeyDeviceFailure as above
     * @throws io.cardloom.tenancy.refusal.Refusal {@code KEY_DEVICE_UNABLE}
     */
    Signer load(KeyName name, RSAPrivateCrtKey key);

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
