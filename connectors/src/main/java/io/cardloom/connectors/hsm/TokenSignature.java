package io.cardloom.connectors.hsm;

import io.cardloom.production.key.hsm.IssuerSignature;
import io.cardloom.production.key.hsm.KeyDeviceFailure;
import io.cardloom.production.key.hsm.Unable;
import java.math.BigInteger;
import java.security.spec.RSAKeyGenParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;

/**
 * Issuers' RSA keys on the token, which signs with them without padding (CKM_RSA_X_509). A token
 * that does not sign so is not used for it, since a signature with another padding is none that a
 * terminal accepts.
 */
final class TokenSignature extends TokenSigners<IssuerSignature.Signer> implements IssuerSignature {

    private final Token token;
    private final TokenRsa rsa;

    TokenSignature(Token token, TokenRsa rsa) {
        super(rsa, RSAKeyGenParameterSpec.F0);
        this.token = token;
        this.rsa = rsa;
    }

    @Override
    void requireGood(Signer signer) {
        RSAPublicKeySpec half = signer.publicKey();
        byte[] block = new byte[(half.getModulus().bitLength() + 7) / 8];
        Arrays.fill(block, 1, block.length, (byte) 0xBB);
        BigInteger back =
                new BigInteger(1, signer.sign(block))
                        .modPow(half.getPublicExponent(), half.getModulus());
        if (!back.equals(new BigInteger(1, block))) {
            throw new KeyDeviceFailure("the token's signature is not the one without padding");
        }
    }

    @Override
    Signer signer(long key) throws CryptokiFailure {
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

    @Override
    void requireAble() {
        if (!token.mechanisms().contains(Ck.CKM_RSA_X_509)) {
            throw Unable.refusal(
                    "This token signs only with a padding of its own (it has no CKM_RSA_X_509), and"
                            + " chips need signatures without. Take another token for chips.");
        }
    }
}
