package io.cardloom.production.key.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChipPrimesTest {

    private static final BigInteger THREE = BigInteger.valueOf(3);

    private final ChipPrimes primes = new ChipPrimes(new SecureRandom());

    @Test
    void findsPrimesOfTheirLengthThatAreTwoModuloThree() {
        Set<BigInteger> seen = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            int bits = 256 + 8 * (i % 16);
            BigInteger prime = primes.prime(bits);
            assertThat(prime.bitLength()).isEqualTo(bits);
            assertThat(prime.testBit(bits - 2)).isTrue();
            assertThat(prime.mod(THREE)).isEqualTo(BigInteger.TWO);
            assertThat(prime.isProbablePrime(120)).isTrue();
            assertThat(seen.add(prime)).isTrue();
        }
    }

    @Test
    void keepsTheTwoPrimesOfAKeyApart() {
        BigInteger first = primes.prime(256);
        BigInteger second = primes.primeFarFrom(first);
        assertThat(first.subtract(second).abs().bitLength()).isGreaterThan(156);
    }

    @Test
    void refusesAPrimeThatIsTooShort() {
        assertThatIllegalArgumentException().isThrownBy(() -> primes.prime(255));
    }

    /**
     * All that openssl looks for in a private key: the primes, and how the parts belong together.
     */
    @ParameterizedTest
    @ValueSource(ints = {512, 768, 1024, 1152, 1408, 1976})
    void makesKeysInWhichOpensslFindsNoFault(int bits) throws Exception {
        byte[] key = ChipRsa.generate(bits);
        assertThat(new ChipRsa(key).publicKey().getModulus().bitLength()).isEqualTo(bits);
        assertThat(openssl(key, "rsa", "-check", "-noout")).contains("RSA key ok");
        assertThat(openssl(key, "pkey", "-text", "-noout"))
                .contains("publicExponent: 3")
                .contains(bits + " bit");
    }

    private static String openssl(byte[] pkcs8, String... arguments)
            throws IOException, InterruptedException {
        String[] command = new String[arguments.length + 1];
        command[0] = "openssl";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String pem =
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(pkcs8)
                        + "\n-----END PRIVATE KEY-----\n";
        try (OutputStream in = process.getOutputStream()) {
            in.write(pem.getBytes(StandardCharsets.US_ASCII));
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
