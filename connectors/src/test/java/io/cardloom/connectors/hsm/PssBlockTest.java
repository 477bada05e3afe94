package io.cardloom.connectors.hsm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PssBlockTest {

    /** The JDK's own provider verifies; 1,025 bits leave a byte of zero before the block. */
    @Test
    void makesWhatAnotherImplementationVerifies() throws Exception {
        Random random = new Random(8017);
        for (int bits : new int[] {1024, 1025, 1026, 1031, 2048}) {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            KeyPair pair = generator.generateKeyPair();
            RSAPrivateCrtKey key = (RSAPrivateCrtKey) pair.getPrivate();
            for (int i = 0; i < 100; i++) {
                byte[] data = new byte[random.nextInt(100)];
                random.nextBytes(data);
                byte[] salt = new byte[PssBlock.SALT];
                random.nextBytes(salt);
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(data);
                byte[] block = PssBlock.of(hash, salt, bits);
                int length = (bits + 7) / 8;
                assertThat(block).hasSize(length).endsWith(0xBC);
                Signature signature = Signature.getInstance("RSASSA-PSS");
                signature.setParameter(
                        new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
                signature.initVerify(pair.getPublic());
                signature.update(data);
                BigInteger signed =
                        new BigInteger(1, block).modPow(key.getPrivateExponent(), key.getModulus());
                assertThat(signature.verify(unsigned(signed, length))).isTrue();
            }
        }
    }

    @Test
    void refusesWhatIsNoHashOrSaltOrTooShortAKey() {
        byte[] good = new byte[32];
        assertThat(PssBlock.of(good, good, 528)).hasSize(66);
        assertThatThrownBy(() -> PssBlock.of(new byte[31], good, 3072))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PssBlock.of(good, new byte[20], 3072))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PssBlock.of(good, good, 520))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] unsigned(BigInteger number, int length) {
        byte[] bytes = number.toByteArray();
        byte[] whole = new byte[length];
        int kept = Math.min(length, bytes.length);
        System.arraycopy(bytes, bytes.length - kept, whole, length - kept, kept);
        return whole;
    }
}
