package io.cardloom.connectors.hsm;

import io.cardloom.production.key.hsm.KeyDeviceFailure;
import io.cardloom.production.key.material.ClearKey;
import io.cardloom.production.key.material.KeyAlgorithm;
import io.cardloom.production.key.material.KeyKind;
import java.util.Arrays;
import java.util.List;

/** Secret keys on the token, found by their labels: sensitive, never extractable, private. */
final class TokenKeys {

    /** What a key may do besides encrypting and making MACs; each purpose gets no more. */
    enum Right {
        ENCRYPT,
        DECRYPT_TOO,
        DERIVE_TOO
    }

    private final Token token;

    TokenKeys(Token token) {
        this.token = token;
    }

    boolean holds(String label) throws CryptokiFailure {
        return !token.call(session -> session.find(label)).isEmpty();
    }

    /**
     * @throws KeyDeviceFailure when there is none, or more than one
     */
    long find(String label) throws CryptokiFailure {
        List<Long> found = token.call(session -> session.find(label));
        if (found.size() != 1) {
            throw new KeyDeviceFailure(
                    found.isEmpty()
                            ? "the token has no key of this name"
                            : "the token has several keys of this name; one has to go");
        }
        return found.getFirst();
    }

    /** Makes it inside; where the token has no generator for its kind, of the token's random. */
    void generate(String label, KeyKind kind, Right right) throws CryptokiFailure {
        requireNone(label);
        long mechanism = generator(kind);
        if (!token.mechanisms().contains(mechanism)) {
            try (ClearKey key = random(kind)) {
                load(label, key, right);
            }
            return;
        }
        Attributes template = guarded(label, type(kind), right);
        if (kind.algorithm() == KeyAlgorithm.AES) {
            template.with(Ck.CKA_VALUE_LEN, (long) kind.bytes());
        }
        requireGuarded(token.call(session -> session.generate(mechanism, template)));
    }

    void load(String label, ClearKey key, Right right) throws CryptokiFailure {
        requireNone(label);
        byte[] value = key.bytes();
        try {
            Attributes template = guarded(label, type(key.kind()), right).with(Ck.CKA_VALUE, value);
            requireGuarded(token.call(session -> session.create(template)));
        } finally {
            Arrays.fill(value, (byte) 0);
        }
    }

    void destroy(String label) throws CryptokiFailure {
        for (long key : token.call(session -> session.find(label))) {
            token.call(
                    session -> {
                        session.destroy(key);
                        return Boolean.TRUE;
                    });
        }
    }

    /** A key of the token's own random numbers; wiped by the caller. */
    ClearKey random(KeyKind kind) throws CryptokiFailure {
        return ClearKey.random(
                kind,
                () -> {
                    try {
                        byte[] eight = token.call(session -> session.random(8));
                        long value = java.nio.ByteBuffer.wrap(eight).getLong();
                        Arrays.fill(eight, (byte) 0);
                        return value;
                    } catch (CryptokiFailure e) {
                        throw e.told();
                    }
                });
    }

    private void requireNone(String label) throws CryptokiFailure {
        if (holds(label)) {
            throw new KeyDeviceFailure("the token has a key of this name already");
        }
    }

    /** A token that does not keep what the template asks for does not keep the key. */
    void requireGuarded(long key) throws CryptokiFailure {
        boolean guarded =
                token.call(
                        session ->
                                session.attribute(key, Ck.CKA_SENSITIVE, 1)[0] == 1
                                        && session.attribute(key, Ck.CKA_EXTRACTABLE, 1)[0] == 0);
        if (!guarded) {
            token.call(
                    session -> {
                        session.destroy(key);
                        return Boolean.TRUE;
                    });
            throw new KeyDeviceFailure("the token does not keep keys to itself");
        }
    }

    private static Attributes guarded(String label, long type, Right right) {
        return new Attributes()
                .with(Ck.CKA_CLASS, Ck.CKO_SECRET_KEY)
                .with(Ck.CKA_KEY_TYPE, type)
                .with(Ck.CKA_LABEL, label)
                .with(Ck.CKA_TOKEN, true)
                .with(Ck.CKA_PRIVATE, true)
                .with(Ck.CKA_SENSITIVE, true)
                .with(Ck.CKA_EXTRACTABLE, false)
                .with(Ck.CKA_ENCRYPT, true)
                .with(Ck.CKA_DECRYPT, right == Right.DECRYPT_TOO)
                .with(Ck.CKA_SIGN, true)
                .with(Ck.CKA_WRAP, false)
                .with(Ck.CKA_UNWRAP, false)
                .with(Ck.CKA_DERIVE, right == Right.DERIVE_TOO);
    }

    private static long type(KeyKind kind) {
        return switch (kind) {
            case TDEA_DOUBLE -> Ck.CKK_DES2;
            case TDEA_TRIPLE -> Ck.CKK_DES3;
            case AES_128, AES_192, AES_256 -> Ck.CKK_AES;
        };
    }

    private static long generator(KeyKind kind) {
        return switch (kind) {
            case TDEA_DOUBLE -> Ck.CKM_DES2_KEY_GEN;
            case TDEA_TRIPLE -> Ck.CKM_DES3_KEY_GEN;
            case AES_128, AES_192, AES_256 -> Ck.CKM_AES_KEY_GEN;
        };
    }
}
