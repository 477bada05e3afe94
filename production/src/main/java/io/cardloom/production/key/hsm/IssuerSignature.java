package io.cardloom.production.key.hsm;

import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Optional;

/**
 * An issuer's RSA key that signs the certificates and static data of chips, without padding of its
 * own (EMV Book 2, A2.1); it stays inside.
 */
public interface IssuerSignature {

    /** The key of this name, for one piece of work from one thread; empty when there is none. */
    Optional<Signer> find(KeyName name);

    /**
     * Makes a key inside, public exponent 3.
     *
     * @param bits of its modulus, a multiple of eight
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
         * The block to the power of the private exponent.
         *
         * @param block as long as the modulus, and less than it
         * @throws IllegalArgumentException when it is not
         * @throws KeyDeviceFailure when the device does not do it
         */
        byte[] sign(byte[] block);
    }
}
