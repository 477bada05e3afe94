package io.cardloom.connectors.hsm;

import io.cardloom.production.key.hsm.DocumentSignature;
import io.cardloom.production.key.hsm.KeyDeviceFailure;
import io.cardloom.production.key.hsm.Unable;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.security.spec.RSAPublicKeySpec;

/**
 * Document signers' RSA keys on the token, which signs with them by CKM_RSA_PKCS_PSS; where it
 * lacks that, without padding (CKM_RSA_X_509) what PSS makes of the hash, which is public.
 */
final class TokenDocumentSignature extends TokenSigners<DocumentSignature.Signer>
        implements DocumentSignature {

    private static final PSSParameterSpec PSS =
            new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PssBlock.SALT, 1);

    private final SecureRandom random = new SecureRandom();
    private final Token token;
    private final TokenRsa rsa;

    TokenDocumentSignature(Token token, TokenRsa rsa) {
        super(rsa, RSAKeyGenParameterSpec.F4);
        this.token = token;
        this.rsa = rsa;
    }

    @Override
    void requireGood(Signer signer) {
        byte[] data = {0x6F};
        if (!verifies(signer, data, signer.sign(data))) {
            throw new KeyDeviceFailure("the token's signature is not RSASSA-PSS");
        }
    }

    private static boolean verifies(Signer signer, byte[] data, byte[] signed) {
        try {
            Signature signature = Signature.getInstance("RSASSA-PSS");
            signature.setParameter(PSS);
            signature.initVerify(KeyFactory.getInstance("RSA").generatePublic(signer.publicKey()));
            signature.update(data);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    @Override
    Signer signer(long key) throws CryptokiFailure {
        RSAPublicKeySpec half = rsa.publicHalf(key);
        int bits = half.getModulus().bitLength();
        return new Signer() {
            @Override
            public RSAPublicKeySpec publicKey() {
                return half;
            }

            @Override
            public byte[] sign(byte[] data) {
                return Calls.told(() -> signed(key, bits, sha256(data)));
            }
        };
    }

    private byte[] signed(long key, int bits, byte[] hash) throws CryptokiFailure {
        if (token.mechanisms().contains(Ck.CKM_RSA_PKCS_PSS)) {
            return token.call(session -> session.pss(key, hash, bits / 8 + 1));
        }
        byte[] salt = new byte[PssBlock.SALT];
        random.nextBytes(salt);
        byte[] block = PssBlock.of(hash, salt, bits);
        return token.call(session -> session.sign(key, Ck.CKM_RSA_X_509, block));
    }

    @Override
    void requireAble() {
        if (!token.mechanisms().contains(Ck.CKM_RSA_PKCS_PSS)
                && !token.mechanisms().contains(Ck.CKM_RSA_X_509)) {
            throw Unable.refusal(
                    "This token makes no signatures by RSASSA-PSS (it has neither CKM_RSA_PKCS_PSS"
                            + " nor CKM_RSA_X_509). Take another token for identity documents.");
        }
    }

    private static byte[] sha256(byte[] data) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is not available", e);
        }
    }
}
