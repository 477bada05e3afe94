package io.cardloom.connectors.hsm;

import io.cardloom.production.key.hsm.KeyDeviceFailure;
import io.cardloom.production.key.hsm.KeyName;
import io.cardloom.production.key.hsm.SigningKeys;
import java.math.BigInteger;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.Optional;

/**
 * RSA keys on the token that sign in one way. Each new key has to make a signature that its public
 * half verifies, or it is not kept.
 *
 * @param <S> a key in use
 */
abstract class TokenSigners<S> implements SigningKeys<S> {

    private final TokenRsa rsa;
    private final BigInteger exponent;

    TokenSigners(TokenRsa rsa, BigInteger exponent) {
        this.rsa = rsa;
        this.exponent = exponent;
    }

    @Override
    public final Optional<S> find(KeyName name) {
        return Calls.told(
                () -> {
                    Optional<Long> key = rsa.find(name);
                    return key.isEmpty() ? Optional.empty() : Optional.of(signer(key.get()));
                });
    }

    @Override
    public final S generate(KeyName name, int bits) {
        requireAble();
        return Calls.told(() -> kept(rsa.generate(name, bits, exponent)));
    }

    @Override
    public final S load(KeyName name, RSAPrivateCrtKey key) {
        requireAble();
        return Calls.told(() -> kept(rsa.load(name, key)));
    }

    private S kept(long key) throws CryptokiFailure {
        boolean good = false;
        try {
            S signer = signer(key);
            requireGood(signer);
            good = true;
            return signer;
        } finally {
            if (!good) {
                rsa.remove(key);
            }
        }
    }

    /**
     * @throws io.cardloom.tenancy.refusal.Refusal {@code KEY_DEVICE_UNABLE}
     */
    abstract void requireAble();

    abstract S signer(long key) throws CryptokiFailure;

    /**
     * @throws KeyDeviceFailure when the token's signature is not the one that was asked for
     */
    abstract void requireGood(S signer);
}
