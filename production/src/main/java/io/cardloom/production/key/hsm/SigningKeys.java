package io.cardloom.production.key.hsm;

import java.security.interfaces.RSAPrivateCrtKey;
import java.util.Optional;

/**
 * RSA keys that stay inside and sign, each kind in a way of its own.
 *
 * @param <S> a key in use
 */
public interface SigningKeys<S> {

    /** The key of this name, for one piece of work from one thread; empty when there is none. */
    Optional<S> find(KeyName name);

    /**
     * Makes a key inside, with the public exponent of its kind.
     *
     * @param bits of its modulus, a multiple of eight
     * @throws KeyDeviceFailure when the device does not do it; nothing is kept then
     * @throws io.cardloom.tenancy.refusal.Refusal {@code KEY_DEVICE_UNABLE}
     */
    S generate(KeyName name, int bits);

    /**
     * Takes in a key that was made outside and is certified already.
     *
     * @throws KeyDeviceFailure as above
     * @throws io.cardloom.tenancy.refusal.Refusal {@code KEY_DEVICE_UNABLE}
     */
    S load(KeyName name, RSAPrivateCrtKey key);
}
