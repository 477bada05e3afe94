package io.cardloom.production.key.store;

import io.cardloom.production.key.hsm.IssuerSignature;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Cipher;

/** RSA as chips have it: without padding, exponent 3. For one thread. */
final class ChipRsa implements IssuerSignature.Signer {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final RSAPrivateCrtKey key;
    private final Cipher cipher;

    /**
     * @param pkcs8 the private key, which the caller wipes
     */
    ChipRsa(byte[] pkcs8) {
        this.key = privateKey(pkcs8);
        try {
            this.cipher = Cipher.getInstance("RSA/ECB/NoPadding");
            this.cipher.init(Cipher.DECRYPT_MODE, key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("RSA is not available", e);
        }
    }

    static RSAPrivateCrtKey privateKey(byte[] pkcs8) {
        try {
            return (RSAPrivateCrtKey)
                    KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("RSA is not available", e);
        }
    }

    /**
     * A new private key in PKCS #8; its modulus has exactly so many bits.
     *
     * @param bits an even number, 512 to 2,048
     */
    static byte[] generate(int bits) {
        ChipPrimes primes = new ChipPrimes(RANDOM);
        BigInteger first = primes.prime(bits / 2);
        BigInteger second = primes.primeFarFrom(first);
        BigInteger p = first.max(second);
        BigInteger q = first.min(second);
        BigInteger pLess = p.subtract(BigInteger.ONE);
        BigInteger qLess = q.subtract(BigInteger.ONE);
        BigInteger e = RSAKeyGenParameterSpec.F0;
        BigInteger d = e.modInverse(pLess.divide(pLess.gcd(qLess)).multiply(qLess));
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(
                            new RSAPrivateCrtKeySpec(
                                    p.multiply(q),
                                    e,
                                    d,
                                    p,
                                    q,
                                    d.mod(pLess),
                                    d.mod(qLess),
                                    q.modInverse(p)))
                    .getEncoded();
        } catch (GeneralSecurityException x) {
            throw new IllegalStateException("RSA is not available", x);
        }
    }

    @Override
    public RSAPublicKeySpec publicKey() {
        return new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent());
    }

    @Override
    public byte[] sign(byte[] block) {
        try {
            return cipher.doFinal(block);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("no block for this key");
        }
    }

    /** q^-1 mod p, d mod (q - 1), d mod (p - 1), q, p, each padded to whole blocks (80, zeros). */
    List<byte[]> parts() {
        List<byte[]> parts = new ArrayList<>();
        int length = (key.getModulus().bitLength() + 15) / 16;
        for (BigInteger part :
                List.of(
                        key.getCrtCoefficient(),
                        key.getPrimeExponentQ(),
                        key.getPrimeExponentP(),
                        key.getPrimeQ(),
                        key.getPrimeP())) {
            byte[] bytes = part.toByteArray();
            byte[] padded = new byte[(length / 8 + 1) * 8];
            int kept = Math.min(length, bytes.length);
            System.arraycopy(bytes, bytes.length - kept, padded, length - kept, kept);
            padded[length] = (byte) 0x80;
            Arrays.fill(bytes, (byte) 0);
            parts.add(padded);
        }
        return parts;
    }

    @Override
    public String toString() {
        return "ChipRsa[REDACTED]";
    }
}
