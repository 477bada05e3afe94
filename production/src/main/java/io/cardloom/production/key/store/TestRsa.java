package io.cardloom.production.key.store;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.RSAPrivateCrtKeySpec;

/**
 * RSA keys that are no secret: the primes follow the numbers that SHA-256 makes of a name, so that
 * the same name gives the same key everywhere.
 */
final class TestRsa {

    private static final BigInteger EXPONENT = BigInteger.valueOf(3);
    private static final int HASH_BITS = 256;

    private TestRsa() {}

    /**
     * @param bits of the modulus, a multiple of 16
     * @return PKCS #8
     */
    static byte[] of(String name, int bits) {
        BigInteger p = prime(name + " p", bits / 2);
        BigInteger q = prime(name + " q", bits / 2);
        BigInteger one = BigInteger.ONE;
        BigInteger d = EXPONENT.modInverse(p.subtract(one).multiply(q.subtract(one)));
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(
                            new RSAPrivateCrtKeySpec(
                                    p.multiply(q),
                                    EXPONENT,
                                    d,
                                    p,
                                    q,
                                    d.mod(p.subtract(one)),
                                    d.mod(q.subtract(one)),
                                    q.modInverse(p)))
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("RSA is not available", e);
        }
    }

    /** The next prime that 3 has an inverse for, from a number whose two highest bits are set. */
    private static BigInteger prime(String name, int bits) {
        BigInteger number = BigInteger.ZERO;
        for (int i = 0; i * HASH_BITS < bits; i++) {
            number = number.shiftLeft(HASH_BITS).or(new BigInteger(1, TestKeys.hash(name + i)));
        }
        number =
                number.shiftRight(number.bitLength() > bits ? number.bitLength() - bits : 0)
                        .setBit(bits - 1)
                        .setBit(bits - 2);
        do {
            number = number.nextProbablePrime();
        } while (number.mod(EXPONENT).equals(BigInteger.ONE));
        return number;
    }
}
