package io.cardloom.production.emv;

import io.cardloom.production.accountdata.ExpiryDate;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAKeyGenParameterSpec;

/** A certification authority of the tests. */
public final class TestAuthority {

    private final RSAPublicKey key;
    private final RSAPrivateKey secret;

    /** With a key of 1536 bits. */
    public TestAuthority() {
        this(1536);
    }

    public TestAuthority(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(new RSAKeyGenParameterSpec(bits, RSAKeyGenParameterSpec.F0));
            KeyPair pair = generator.generateKeyPair();
            this.key = (RSAPublicKey) pair.getPublic();
            this.secret = (RSAPrivateKey) pair.getPrivate();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public ChipPublicKey key() {
        return new ChipPublicKey(key.getModulus(), 3);
    }

    public String modulus() {
        return EmvCertificatesTest.hex(key().modulusBytes());
    }

    public CertifiedKey certify(ChipPublicKey issuer, String iin, String expiry) {
        return EmvCertificates.issuer(
                iin, new ExpiryDate(expiry), 42, issuer, key().length(), this::sign);
    }

    CertifiedIssuer certified(ChipPublicKey issuer, String iin, String expiry) {
        return CertifiedIssuer.of(0xF1, certify(issuer, iin, expiry), key(), issuer);
    }

    private byte[] sign(byte[] block) {
        BigInteger number = new BigInteger(1, block);
        return ChipPublicKey.unsigned(
                number.modPow(secret.getPrivateExponent(), key.getModulus()), key().length());
    }
}
