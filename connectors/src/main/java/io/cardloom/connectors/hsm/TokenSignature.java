package io.cardloom.connectors.hsm;

import io.cardloom.production.key.hsm.IssuerSignature;
import io.cardloom.production.key.hsm.KeyDeviceFailure;
import io.cardloom.production.key.hsm.KeyName;
import io.cardloom.production.key.hsm.Unable;
import java.math.BigInteger;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.RSAKeyGenParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.Optional;

/**
 * Issuers' RSA keys on the token, which signs with them without padding (CKM_RSA_X_509). A token
 * that does not sign so is not used for it, since a signature with another padding is none that a
 * terminal accepts.
 */
final class TokenSignature implements IssuerSignature {

    private final Token token;
    private final TokenRsa rsa;

    TokenSignature(Token token, TokenRsa rsa) {
        this.token = token;
        this.rsa = rsa;
    }

    @Override
    public Optional<Signer> find(KeyName name) {
        return Calls.told(
                () -> {
                    Optional<Long> key = rsa.find(name);
                    return key.isEmpty() ? Optional.empty() : Optional.of(signer(key.get()));
                });
    }

    @Override
    public Signer generate(KeyName name, int bits) {
        requireAble();
        return Calls.told(() -> kept(rsa.generate(name, bits, RSAKeyGenParameterSpec.F0)));
    }

    @Override
    public Signer load(KeyName name, RSAPrivateCrtKey key) {
        requireAble();
        return Calls.told(() -> kept(rsa.load(name, key)));
    }

    /** A key that the token signs with as it should; else it is not kept. */
    private Signer kept(long key) throws CryptokiFailure {
        Signer signer = signer(key);
        RSAPublicKeySpec half = signer.publicKey();
        byte[] block = new byte[(half.getModulus().bitLength() + 7) / 8];
        Arrays.fill(block, 1, block.length, (byte) 0xBB);
        BigInteger back =
                new BigInteger(1, signer.sign(block))
                        .modPow(half.getPublicExponent(), half.getModulus());
        if (!back.equals(new BigInteger(1, block))) {
            rsa.remove(key);
            throw new KeyDeviceFailure("the token's signature is not the one without padding");
        }
        return signer;
    }

    private Signer signer(long key) throws CryptokiFailure {
        RSAPublicKeySpec half = rsa.publicHalf(key);
        int length = (half.getModulus().bitLength() + 7) / 8;
        return new Signer() {
            @Override
            public RSAPublicKeySpec publicKey() {
                return half;
            }

            @Override
            public byte[] sign(byte[] block) {
                if (block.length != length
                        || new BigInteger(1, block).compareTo(half.getModulus()) >= 0) {
                    throw new IllegalArgumentException("no block for this key");
                }
                return Calls.told(
                        () -> token.call(session -> session.sign(key, Ck.CKM_RSA_X_509, block)));
            }
        };
    }

    private void requireAble() {
        if (!token.mechanisms().contains(Ck.CKM_RSA_X_509)) {
            throw Unable.refusal(
                    "This token signs only with a padding of its own (it has no CKM_RSA_X_509), and"
                            + " chips need signatures without. Take another token for chips.");
        }
    }
}
