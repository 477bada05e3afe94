package io.cardloom.connectors.hsm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.production.key.hsm.DocumentSignature;
import io.cardloom.production.key.hsm.KeyDeviceFailure;
import io.cardloom.production.key.hsm.KeyName;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import org.junit.jupiter.api.Test;

/** The contract, and what identity documents are signed with. */
public abstract class DocumentContract extends KeyBlockContract {

    @Test
    void signsDocumentsInsideOrSaysThatItDoesNot() throws Exception {
        KeyName name = name();
        DocumentSignature port = driver().documents();
        assertThat(port.find(name)).isEmpty();
        RSAPrivateCrtKey outside = rsa();
        if (unable().contains(Ability.SIGN_DOCUMENTS)) {
            assertUnable(() -> port.generate(name, 3072));
            assertUnable(() -> port.load(name, outside));
            assertThat(port.find(name)).isEmpty();
            return;
        }
        DocumentSignature.Signer made = port.generate(name, 3072);
        assertThat(made.publicKey().getModulus().bitLength()).isEqualTo(3072);
        assertThat(made.publicKey().getPublicExponent()).isEqualTo(BigInteger.valueOf(65_537));
        assertSigns(made);
        DocumentSignature.Signer found = again().documents().find(name).orElseThrow();
        assertThat(found.publicKey().getModulus()).isEqualTo(made.publicKey().getModulus());
        assertSigns(found);
        assertThatThrownBy(() -> port.generate(name, 3072))
                .isInstanceOf(KeyDeviceFailure.class)
                .hasMessageContaining("already");
        KeyName taken = name();
        DocumentSignature.Signer loaded = port.load(taken, outside);
        assertThat(loaded.publicKey().getModulus()).isEqualTo(outside.getModulus());
        assertSigns(loaded);
        driver().storage().destroy(name);
        assertThat(port.find(name)).isEmpty();
        assertThat(port.find(taken)).isPresent();
    }

    /** As a tenant's document signers are named that follow each other. */
    @Test
    void keepsSignersOfOneTenantApart() throws Exception {
        if (unable().contains(Ability.SIGN_DOCUMENTS)) {
            return;
        }
        KeyName first = name();
        KeyName next = new KeyName(first.label() + "_2");
        DocumentSignature port = driver().documents();
        BigInteger one = port.generate(first, 3072).publicKey().getModulus();
        BigInteger two = port.generate(next, 3072).publicKey().getModulus();
        assertThat(two).isNotEqualTo(one);
        driver().storage().destroy(first);
        assertThat(port.find(first)).isEmpty();
        DocumentSignature.Signer left = again().documents().find(next).orElseThrow();
        assertThat(left.publicKey().getModulus()).isEqualTo(two);
        assertSigns(left);
    }

    /** Verified by the JDK's own provider; each signature has a salt of its own. */
    protected static void assertSigns(DocumentSignature.Signer signer)
            throws GeneralSecurityException {
        byte[] data = new byte[1 + RANDOM.nextInt(2_000)];
        RANDOM.nextBytes(data);
        byte[] signed = signer.sign(data);
        assertThat(signed).hasSize(signer.publicKey().getModulus().bitLength() / 8);
        assertThat(verifies(signer, data, signed)).isTrue();
        assertThat(signer.sign(data)).isNotEqualTo(signed);
        data[0] ^= 1;
        assertThat(verifies(signer, data, signed)).isFalse();
    }

    private static boolean verifies(DocumentSignature.Signer signer, byte[] data, byte[] signed)
            throws GeneralSecurityException {
        Signature signature = Signature.getInstance("RSASSA-PSS");
        signature.setParameter(
                new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
        signature.initVerify(KeyFactory.getInstance("RSA").generatePublic(signer.publicKey()));
        signature.update(data);
        return signature.verify(signed);
    }

    private static RSAPrivateCrtKey rsa() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return (RSAPrivateCrtKey) generator.generateKeyPair().getPrivate();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
