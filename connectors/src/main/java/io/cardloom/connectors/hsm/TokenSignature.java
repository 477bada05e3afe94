package io.cardloom.connectors.hsm;

import io.cardloom.production.key.hsm.IssuerSignature;
import io.cardloom.production.key.hsm.KeyDeviceFailure;
import io.cardloom.production.key.hsm.KeyName;
import io.cardloom.production.key.hsm.Unable;
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
 * Issuers' RSA keys on the token, which signs with them without padding (CKM_RSA_X_509); private
 * halves that are sensitive and never extractable. A token that does not sign so is not used for
 * it, since a signature with another padding is none that a terminal accepts. One that makes no
 * pairs is given one that was made in memory.
 */
final class TokenSignature implements IssuerSignature {

    private static final int MOST_BYTES = 512;

    private final Token token;
    private final TokenKeys keys;

    TokenSignature(Token token, TokenKeys keys) {
        this.token = token;
        this.keys = keys;
    }

    @Override
    public Optional<Signer> find(KeyName name) {
        return Calls.told(
                () -> {
                    List<Long> found = found(name.label());
                    if (found.size() > 1) {
                        throw new KeyDeviceFailure(
                                "the token has several keys of this name; one has to go");
                    }
                    return found.isEmpty()
                            ? Optional.empty()
                            : Optional.of(signer(found.getFirst()));
                });
    }

    @Override
    public Signer generate(KeyName name, int bits) {
        requireAble();
        return Calls.told(
                () -> {
                    requireNone(name);
                    if (!token.mechanisms().contains(Ck.CKM_RSA_PKCS_KEY_PAIR_GEN)) {
                        return load(name, inMemory(bits));
                    }
                    Attributes publicHalf =
                            new Attributes()
                                    .with(Ck.CKA_TOKEN, false)
                                    .with(Ck.CKA_VERIFY, true)
                                    .with(Ck.CKA_MODULUS_BITS, (long) bits)
                                    .with(Ck.CKA_PUBLIC_EXPONENT, new byte[] {3});
                    return kept(
                            token.call(
                                    session ->
                                            session.generatePair(
                                                    Ck.CKM_RSA_PKCS_KEY_PAIR_GEN,
                                                    publicHalf,
                                                    guarded(name.label()))));
                });
    }

    @Override
    public Signer load(KeyName name, RSAPrivateCrtKey key) {
        requireAble();
        return Calls.told(
                () -> {
                    requireNone(name);
                    Attributes template =
                            guarded(name.label())
                                    .with(Ck.CKA_CLASS, Ck.CKO_PRIVATE_KEY)
                                    .with(Ck.CKA_KEY_TYPE, Ck.CKK_RSA);
                    Map<Long, byte[]> parts = parts(key);
                    parts.forEach(template::with);
                    try {
                        return kept(token.call(session -> session.create(template)));
                    } finally {
                        parts.values().forEach(part -> Arrays.fill(part, (byte) 0));
                    }
                });
    }

    void destroy(String label) throws CryptokiFailure {
        for (long key : found(label)) {
            remove(key);
        }
    }

    /** A key that the token guards, and signs with as it should; else it is not kept. */
    private Signer kept(long key) throws CryptokiFailure {
        keys.requireGuarded(key);
        Signer signer = signer(key);
        RSAPublicKeySpec half = signer.publicKey();
        byte[] block = new byte[(half.getModulus().bitLength() + 7) / 8];
        Arrays.fill(block, 1, block.length, (byte) 0xBB);
        BigInteger back =
                new BigInteger(1, signer.sign(block))
                        .modPow(half.getPublicExponent(), half.getModulus());
        if (!back.equals(new BigInteger(1, block))) {
            remove(key);
            throw new KeyDeviceFailure("the token's signature is not the one without padding");
        }
        return signer;
    }

    private Signer signer(long key) throws CryptokiFailure {
        RSAPublicKeySpec half =
                new RSAPublicKeySpec(
                        number(key, Ck.CKA_MODULUS), number(key, Ck.CKA_PUBLIC_EXPONENT));
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

    private BigInteger number(long key, long attribute) throws CryptokiFailure {
        byte[] bytes = token.call(session -> session.attribute(key, attribute, MOST_BYTES));
        return new BigInteger(1, bytes);
    }

    private List<Long> found(String label) throws CryptokiFailure {
        return token.call(session -> session.find(Ck.CKO_PRIVATE_KEY, label));
    }

    private void remove(long key) throws CryptokiFailure {
        token.call(
                session -> {
                    session.destroy(key);
                    return Boolean.TRUE;
                });
    }

    private void requireNone(KeyName name) throws CryptokiFailure {
        if (!found(name.label()).isEmpty()) {
            throw new KeyDeviceFailure("the token has a key of this name already");
        }
    }

    private void requireAble() {
        if (!token.mechanisms().contains(Ck.CKM_RSA_X_509)) {
            throw Unable.refusal(
                    "This token signs only with a padding of its own (it has no CKM_RSA_X_509), and"
                            + " chips need signatures without. Take another token for chips.");
        }
    }

    private static Attributes guarded(String label) {
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

    private static RSAPrivateCrtKey inMemory(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(new RSAKeyGenParameterSpec(bits, RSAKeyGenParameterSpec.F0));
            return (RSAPrivateCrtKey) generator.generateKeyPair().getPrivate();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("RSA is not available", e);
        }
    }
}
