package io.cardloom.production.key.store;

import io.cardloom.production.key.block.KeyBlockHeader;
import io.cardloom.production.key.block.KeyBlocks;
import io.cardloom.production.key.block.KeyUsage;
import io.cardloom.production.key.block.ProtectionKey;
import io.cardloom.production.key.hsm.DataProtection;
import io.cardloom.production.key.hsm.IncomingKey;
import io.cardloom.production.key.hsm.KeyDeviceFailure;
import io.cardloom.production.key.hsm.KeyDriver;
import io.cardloom.production.key.hsm.KeyName;
import io.cardloom.production.key.hsm.KeyStorage;
import io.cardloom.production.key.hsm.KeyTransport;
import io.cardloom.production.key.hsm.PinEncryption;
import io.cardloom.production.key.hsm.VerificationValues;
import io.cardloom.production.key.material.ClearKey;
import io.cardloom.production.key.material.KeyAlgorithm;
import io.cardloom.production.key.material.KeyCheckValue;
import io.cardloom.production.key.material.KeyKind;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Issuers' keys in files, wrapped by the master key: the driver for demo and tests. Each file holds
 * the letter of its key's algorithm and the key.
 */
final class SoftwareKeys implements KeyStorage, KeyTransport, VerificationValues, DataProtection {

    static final String NAME = "software";

    private final SecureRandom random = new SecureRandom();
    private final KeyFolder folder;
    private final MasterKey master;

    SoftwareKeys(KeyFolder folder, MasterKey master) {
        this.folder = folder;
        this.master = master;
    }

    KeyDriver driver() {
        return new KeyDriver(
                NAME,
                false,
                this,
                this,
                this,
                (name, kind) -> blocks(name, kind)::encrypt,
                this,
                new SoftwareSignature(folder, master),
                new SoftwareDocumentSignature(folder, master),
                this::pair,
                this::blocks,
                Optional.empty());
    }

    @Override
    public KeyCheckValue generate(KeyName name, KeyUsage usage, KeyKind kind) {
        try (ClearKey key = ClearKey.random(kind, random)) {
            return load(name, usage, key);
        }
    }

    @Override
    public KeyCheckValue load(KeyName name, KeyUsage usage, ClearKey key) {
        byte[] bytes = key.bytes();
        byte[] plain = new byte[1 + bytes.length];
        plain[0] = (byte) key.kind().algorithm().letter();
        System.arraycopy(bytes, 0, plain, 1, bytes.length);
        try {
            byte[] sealed = Wrapping.seal(master.key(), plain, place(name));
            if (!Arrays.equals(folder.create(file(name), sealed), sealed)) {
                throw new KeyDeviceFailure("there is a key of this name already");
            }
        } finally {
            Arrays.fill(bytes, (byte) 0);
            Arrays.fill(plain, (byte) 0);
        }
        return key.checkValue();
    }

    @Override
    public boolean holds(KeyName name) {
        return folder.read(file(name)).isPresent();
    }

    @Override
    public void destroy(KeyName name) {
        folder.destroy(file(name));
    }

    @Override
    public boolean inside() {
        return false;
    }

    @Override
    public KeyCheckValue take(KeyName name, IncomingKey incoming) {
        try (ClearKey key =
                incoming.opened(protection(incoming.protection(), incoming.protectionKind()))) {
            return load(name, incoming.usage(), key);
        }
    }

    private ProtectionKey protection(KeyName name, KeyKind kind) {
        return new ProtectionKey() {
            @Override
            public KeyKind kind() {
                return kind;
            }

            @Override
            public byte[] cmac(byte[] message) {
                return with(name, key -> ProtectionKey.of(key).cmac(message));
            }
        };
    }

    @Override
    public String export(
            KeyBlockHeader header,
            KeyName key,
            KeyKind kind,
            KeyName protection,
            KeyKind protectionKind) {
        ProtectionKey under = protection(protection, protectionKind);
        return with(key, clear -> KeyBlocks.wrap(header, clear, under, random));
    }

    @Override
    public Key open(KeyName name) {
        return with(
                name,
                key -> {
                    byte[] pair = key.bytes();
                    try {
                        return new CardVerificationKey(pair);
                    } finally {
                        Arrays.fill(pair, (byte) 0);
                    }
                });
    }

    @Override
    public byte[] seal(KeyName key, byte[] plain, String place) {
        if (key.equals(KeyName.MASTER)) {
            return Wrapping.seal(master.key(), plain, place);
        }
        return with(key, clear -> Wrapping.seal(secret(clear), plain, place));
    }

    @Override
    public byte[] open(KeyName key, byte[] sealed, String place) {
        if (key.equals(KeyName.MASTER)) {
            return Wrapping.open(master.key(), sealed, place);
        }
        return with(key, clear -> Wrapping.open(secret(clear), sealed, place));
    }

    private DesPair pair(KeyName name) {
        return with(
                name,
                clear -> {
                    byte[] pair = clear.bytes();
                    try {
                        return new DesPair(pair);
                    } finally {
                        Arrays.fill(pair, (byte) 0);
                    }
                });
    }

    private PinEncryption.Key blocks(KeyName name, KeyKind kind) {
        return kind.algorithm() == KeyAlgorithm.AES
                ? with(name, clear -> new AesBlocks(secret(clear)))
                : pair(name);
    }

    private <T> T with(KeyName name, Function<ClearKey, T> use) {
        byte[] sealed =
                folder.read(file(name))
                        .orElseThrow(() -> new KeyDeviceFailure("there is no key of this name"));
        byte[] plain = Wrapping.open(master.key(), sealed, place(name));
        try (ClearKey key = new ClearKey(kind(plain), Arrays.copyOfRange(plain, 1, plain.length))) {
            return use.apply(key);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    private static KeyKind kind(byte[] plain) {
        KeyAlgorithm algorithm =
                plain[0] == KeyAlgorithm.AES.letter() ? KeyAlgorithm.AES : KeyAlgorithm.TDEA;
        return KeyKind.of(algorithm, plain.length - 1)
                .orElseThrow(() -> new KeyDeviceFailure("a key file holds no key"));
    }

    private static SecretKey secret(ClearKey clear) {
        byte[] bytes = clear.bytes();
        try {
            return new SecretKeySpec(bytes, "AES");
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    static String file(KeyName name) {
        int stroke = name.label().indexOf('/');
        return name.label().substring(0, stroke)
                + "/issuer/"
                + name.label().substring(stroke + 1)
                + ".key";
    }

    private static String place(KeyName name) {
        return "cardloom/issuer-key/" + name.label();
    }
}
