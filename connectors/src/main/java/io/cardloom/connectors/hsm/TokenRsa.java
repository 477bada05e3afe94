package io.cardloom.connectors.hsm;

import io.cardloom.production.key.hsm.KeyDeviceFailure;
import io.cardloom.production.key.hsm.KeyName;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.RSAKeyGenParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * RSA keys on the token that sign: private halves that are sensitive and never extractable. A token
 * that makes no pairs is given one that was made in memory.
 */
final class TokenRsa {

    private static final int MOST_BYTES = 512;

    private final Token token;
    private final TokenKeys keys;

    TokenRsa(Token token, TokenKeys keys) {
        this.token = token;
        this.keys = keys;
    }

    /**
     * The private half.
     *
     * @throws KeyDeviceFailure when there is more than one
     */
    Optional<Long> find(KeyName name) throws CryptokiFailure {
        List<Long> found = found(name.label());
        if (found.size() > 1) {
            throw new KeyDeviceFailure("the token has several keys of this name; one has to go");
        }
        return found.stream().findFirst();
    }

    long generate(KeyName name, int bits, BigInteger exponent) throws CryptokiFailure {
        requireNone(name);
        if (!token.mechanisms().contains(Ck.CKM_RSA_PKCS_KEY_PAIR_GEN)) {
            return load(name, inMemory(bits, exponent));
        }
        Attributes publicHalf =
                new Attributes()
                        .with(Ck.CKA_TOKEN, false)
                        .with(Ck.CKA_VERIFY, true)
                        .with(Ck.CKA_MODULUS_BITS, (long) bits)
                        .with(Ck.CKA_PUBLIC_EXPONENT, bytes(exponent));
        return guarded(
                token.call(
                        session ->
                                session.generatePair(
                                        Ck.CKM_RSA_PKCS_KEY_PAIR_GEN,
                                        publicHalf,
                                        template(name.label()))));
    }

    long load(KeyName name, RSAPrivateCrtKey key) throws CryptokiFailure {
        requireNone(name);
        Attributes template =
                template(name.label())
                        .with(Ck.CKA_CLASS, Ck.CKO_PRIVATE_KEY)
                        .with(Ck.CKA_KEY_TYPE, Ck.CKK_RSA);
        Map<Long, byte[]> parts = parts(key);
        parts.forEach(template::with);
        try {
            return guarded(token.call(session -> session.create(template)));
        } finally {
            parts.values().forEach(part -> Arrays.fill(part, (byte) 0));
        }
    }

    RSAPublicKeySpec publicHalf(long key) throws CryptokiFailure {
        return new RSAPublicKeySpec(
                number(key, Ck.CKA_MODULUS), number(key, Ck.CKA_PUBLIC_EXPONENT));
    }

    void destroy(String label) throws CryptokiFailure {
        for (long key : found(label)) {
            remove(key);
        }
    }

    void remove(long key) throws CryptokiFailure {
        token.call(
                session -> {
                    session.destroy(key);
                    return Boolean.TRUE;
                });
    }

    private long guarded(long key) throws CryptokiFailure {
        keys.requireGuarded(key);
        return key;
    }

    private BigInteger number(long key, long attribute) throws CryptokiFailure {
        byte[] bytes = token.call(session -> session.attribute(key, attribute, MOST_BYTES));
        return new BigInteger(1, bytes);
    }

    private List<Long> found(String label) throws CryptokiFailure {
        return token.call(session -> session.find(Ck.CKO_PRIVATE_KEY, label));
    }

    private void requireNone(KeyName name) throws CryptokiFailure {
        if (!found(name.label()).isEmpty()) {
            throw new KeyDeviceFailure("the token has a key of this name already");
        }
    }

    private static Attributes template(String label) {
        return new Attributes()
                .with(Ck.CKA_LABEL, label)
                .with(Ck.CKA_TOKEN, true)
                .with(Ck.CKA_PRIVATE, true)
                .with(Ck.CKA_SENSITIVE, true)
                .with(Ck.CKA_EXTRACTABLE, false)
                .with(Ck.CKA_SIGN, true)
                .with(Ck.CKA_DECRYPT, false)
                .with(Ck.CKA_UNWRAP, false);
    }

    private static Map<Long, byte[]> parts(RSAPrivateCrtKey key) {
        Map<Long, byte[]> parts = new LinkedHashMap<>();
        parts.put(Ck.CKA_MODULUS, bytes(key.getModulus()));
        parts.put(Ck.CKA_PUBLIC_EXPONENT, bytes(key.getPublicExponent()));
        parts.put(Ck.CKA_PRIVATE_EXPONENT, bytes(key.getPrivateExponent()));
        parts.put(Ck.CKA_PRIME_1, bytes(key.getPrimeP()));
        parts.put(Ck.CKA_PRIME_2, bytes(key.getPrimeQ()));
        parts.put(Ck.CKA_EXPONENT_1, bytes(key.getPrimeExponentP()));
        parts.put(Ck.CKA_EXPONENT_2, bytes(key.getPrimeExponentQ()));
        parts.put(Ck.CKA_COEFFICIENT, bytes(key.getCrtCoefficient()));
        return parts;
    }

    private static byte[] bytes(BigInteger number) {
        byte[] signed = number.toByteArray();
        return signed[0] == 0 ? Arrays.copyOfRange(signed, 1, signed.length) : signed;
    }

    private static RSAPrivateCrtKey inMemory(int bits, BigInteger exponent) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(new RSAKeyGenParameterSpec(bits, exponent));
            return (RSAPrivateCrtKey) generator.generateKeyPair().getPrivate();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("RSA is not available", e);
        }
    }
}
