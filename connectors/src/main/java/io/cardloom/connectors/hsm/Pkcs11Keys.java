package io.cardloom.connectors.hsm;

import io.cardloom.production.key.block.KeyBlockHeader;
import io.cardloom.production.key.block.KeyUsage;
import io.cardloom.production.key.block.ProtectionKey;
import io.cardloom.production.key.hsm.BrokenSeal;
import io.cardloom.production.key.hsm.CardVerificationDigits;
import io.cardloom.production.key.hsm.ChipTransport;
import io.cardloom.production.key.hsm.DataProtection;
import io.cardloom.production.key.hsm.IncomingKey;
import io.cardloom.production.key.hsm.KeyDerivation;
import io.cardloom.production.key.hsm.KeyDriver;
import io.cardloom.production.key.hsm.KeyName;
import io.cardloom.production.key.hsm.KeyStorage;
import io.cardloom.production.key.hsm.KeyTransport;
import io.cardloom.production.key.hsm.PinEncryption;
import io.cardloom.production.key.hsm.SealedForm;
import io.cardloom.production.key.hsm.VerificationValues;
import io.cardloom.production.key.material.ClearKey;
import io.cardloom.production.key.material.KeyAlgorithm;
import io.cardloom.production.key.material.KeyCheckValue;
import io.cardloom.production.key.material.KeyKind;
import io.cardloom.tenancy.refusal.Refusal;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.InvalidCipherTextException;

/**
 * Keys on a PKCS#11 token. None is ever extractable, so none leaves as a key block. A key that
 * comes in, from components or a block, is in this process' memory for the moment of its loading,
 * because PKCS#11 has no mechanism for key blocks; a protection key is only asked for CMACs.
 *
 * <p>Of a card verification key the token holds a second object, its first half doubled: PKCS#11
 * has no mechanism that uses one half alone. Whoever has the token's session could ask for single
 * DES of the first half, which a payment HSM would not answer.
 */
final class Pkcs11Keys implements KeyStorage, KeyTransport, VerificationValues, DataProtection {

    static final String NAME = "pkcs11";

    private static final String FIRST_HALF = "#1";

    private final SecureRandom random = new SecureRandom();
    private final TokenKeys keys;
    private final TokenCipher cipher;
    private final TokenRsa rsa;
    private final TokenSignature signature;
    private final TokenDocumentSignature documents;

    Pkcs11Keys(Token token) {
        this.keys = new TokenKeys(token);
        this.cipher = new TokenCipher(token);
        this.rsa = new TokenRsa(token, keys);
        this.signature = new TokenSignature(token, rsa);
        this.documents = new TokenDocumentSignature(token, rsa);
    }

    KeyDriver driver() {
        return new KeyDriver(
                NAME,
                true,
                this,
                this,
                this,
                this::master,
                this,
                signature,
                documents,
                this::blocks,
                this::blocks,
                Optional.empty());
    }

    @Override
    public KeyCheckValue generate(KeyName name, KeyUsage usage, KeyKind kind) {
        return Calls.told(
                () -> {
                    if (usage == KeyUsage.CARD_VERIFICATION) {
                        try (ClearKey key = keys.random(kind)) {
                            return load(name, usage, key);
                        }
                    }
                    keys.generate(name.label(), kind, right(usage));
                    return checkValue(name, kind);
                });
    }

    @Override
    public KeyCheckValue load(KeyName name, KeyUsage usage, ClearKey key) {
        return Calls.told(
                () -> {
                    keys.load(name.label(), key, right(usage));
                    if (usage == KeyUsage.CARD_VERIFICATION) {
                        try (ClearKey half = firstHalf(key)) {
                            keys.load(name.label() + FIRST_HALF, half, TokenKeys.Right.ENCRYPT);
                        }
                    }
                    return checkValue(name, key.kind());
                });
    }

    @Override
    public boolean holds(KeyName name) {
        return Calls.told(() -> keys.holds(name.label()));
    }

    @Override
    public void destroy(KeyName name) {
        Calls.told(
                () -> {
                    keys.destroy(name.label());
                    keys.destroy(name.label() + FIRST_HALF);
                    rsa.destroy(name.label());
                    return Boolean.TRUE;
                });
    }

    @Override
    public boolean inside() {
        return true;
    }

    @Override
    public KeyCheckValue take(KeyName name, IncomingKey incoming) {
        try (ClearKey key =
                incoming.opened(protection(incoming.protection(), incoming.protectionKind()))) {
            return load(name, incoming.usage(), key);
        }
    }

    ProtectionKey protection(KeyName name, KeyKind kind) {
        return new ProtectionKey() {
            @Override
            public KeyKind kind() {
                return kind;
            }

            @Override
            public byte[] cmac(byte[] message) {
                return Calls.told(
                        () -> cipher.cmac(kind.algorithm(), keys.find(name.label()), message));
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
        throw Refusal.conflict(
                "KEY_NOT_EXTRACTABLE",
                "Keys on this token never leave it. Give the key to its receiver as components"
                        + " when it is made.");
    }

    @Override
    public Key open(KeyName name) {
        return Calls.told(
                () -> {
                    long pair = keys.find(name.label());
                    long first = keys.find(name.label() + FIRST_HALF);
                    return new Key() {
                        @Override
                        public String value(String pan, String expiry, String serviceCode) {
                            return CardVerificationDigits.of(
                                    data -> Calls.told(() -> retailMac(first, pair, data)),
                                    pan,
                                    expiry,
                                    serviceCode);
                        }

                        @Override
                        public void close() {}
                    };
                });
    }

    @Override
    public byte[] seal(KeyName key, byte[] plain, String place) {
        byte[] nonce = new byte[SealedForm.NONCE];
        random.nextBytes(nonce);
        byte[] sealed = Calls.told(() -> cipher.sealed(handle(key), nonce, place, plain));
        return new SealedForm(nonce, sealed).bytes();
    }

    @Override
    public byte[] open(KeyName key, byte[] sealed, String place) {
        SealedForm form = SealedForm.of(sealed);
        return Calls.told(
                () -> {
                    try {
                        return cipher.opened(handle(key), form.nonce(), place, form.rest());
                    } catch (InvalidCipherTextException e) {
                        throw new BrokenSeal();
                    }
                });
    }

    KeyDerivation.Master master(KeyName name, KeyKind kind) {
        long master = Calls.told(() -> keys.find(name.label()));
        return blocks -> Calls.told(() -> cipher.derived(kind.algorithm(), master, blocks));
    }

    /** Only chip master keys derive, and only what seals and PIN encryption keys decrypt. */
    private static TokenKeys.Right right(KeyUsage usage) {
        return switch (usage) {
            case CHIP_CRYPTOGRAMS, CHIP_INTEGRITY, CHIP_CONFIDENTIALITY ->
                    TokenKeys.Right.DERIVE_TOO;
            case DATA_ENCRYPTION, PIN_ENCRYPTION -> TokenKeys.Right.DECRYPT_TOO;
            default -> TokenKeys.Right.ENCRYPT;
        };
    }

    /** The master key is made when it is first needed; every other one has to be there. */
    private synchronized long handle(KeyName key) throws CryptokiFailure {
        if (key.equals(KeyName.MASTER) && !keys.holds(key.label())) {
            keys.generate(key.label(), KeyKind.AES_256, TokenKeys.Right.DECRYPT_TOO);
        }
        return keys.find(key.label());
    }

    private ChipTransport.Key blocks(KeyName name) {
        return blocks(name, KeyKind.TDEA_DOUBLE)::encrypt;
    }

    private PinEncryption.Key blocks(KeyName name, KeyKind kind) {
        long key = Calls.told(() -> keys.find(name.label()));
        return new PinEncryption.Key() {
            @Override
            public byte[] encrypt(byte[] blocks) {
                return Calls.told(() -> cipher.ecb(kind.algorithm(), key, blocks));
            }

            @Override
            public byte[] decrypt(byte[] blocks) {
                return Calls.told(() -> cipher.decrypted(kind.algorithm(), key, blocks));
            }
        };
    }

    private byte[] retailMac(long first, long pair, byte[] sixteen) throws CryptokiFailure {
        byte[] half = cipher.ecb(KeyAlgorithm.TDEA, first, Arrays.copyOf(sixteen, 8));
        for (int i = 0; i < 8; i++) {
            half[i] ^= sixteen[8 + i];
        }
        return cipher.ecb(KeyAlgorithm.TDEA, pair, half);
    }

    private KeyCheckValue checkValue(KeyName name, KeyKind kind) throws CryptokiFailure {
        KeyAlgorithm algorithm = kind.algorithm();
        long key = keys.find(name.label());
        byte[] zeros = new byte[algorithm.blockBytes()];
        return KeyCheckValue.first(
                KeyCheckValue.usual(algorithm) == KeyCheckValue.Method.LEGACY
                        ? cipher.ecb(algorithm, key, zeros)
                        : cipher.cmac(algorithm, key, zeros));
    }

    /** The first DES key twice: Triple DES with it is single DES. */
    private static ClearKey firstHalf(ClearKey key) {
        byte[] bytes = key.bytes();
        byte[] twice = new byte[16];
        System.arraycopy(bytes, 0, twice, 0, 8);
        System.arraycopy(bytes, 0, twice, 8, 8);
        Arrays.fill(bytes, (byte) 0);
        return new ClearKey(KeyKind.TDEA_DOUBLE, twice);
    }
}
