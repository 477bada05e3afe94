package io.cardloom.connectors.payshield;

import io.cardloom.production.key.block.KeyBlockHeader;
import io.cardloom.production.key.block.KeyBlocks;
import io.cardloom.production.key.block.KeyUsage;
import io.cardloom.production.key.hsm.DataProtection;
import io.cardloom.production.key.hsm.DocumentSignature;
import io.cardloom.production.key.hsm.IncomingKey;
import io.cardloom.production.key.hsm.IssuerSignature;
import io.cardloom.production.key.hsm.KeyDeviceFailure;
import io.cardloom.production.key.hsm.KeyDriver;
import io.cardloom.production.key.hsm.KeyName;
import io.cardloom.production.key.hsm.KeyStorage;
import io.cardloom.production.key.hsm.KeyTransport;
import io.cardloom.production.key.hsm.SealedForm;
import io.cardloom.production.key.hsm.Unable;
import io.cardloom.production.key.hsm.VerificationValues;
import io.cardloom.production.key.material.ClearKey;
import io.cardloom.production.key.material.KeyCheckValue;
import io.cardloom.production.key.material.KeyKind;
import io.cardloom.tenancy.refusal.Refusal;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keys of a payment HSM that speaks payShield-style host commands, in key blocks under its local
 * master key. No key is in clear outside it, neither on its way in nor out. No PIN is either. What
 * its base commands do not do is refused: a key that comes in clear, and the derivation of cards'
 * keys.
 */
final class PayshieldKeys implements KeyStorage, KeyTransport, VerificationValues, DataProtection {

    static final String NAME = "payshield";

    private static final String SCHEME_LMK = "S";

    private final SecureRandom random = new SecureRandom();
    private final HostLines lines;
    private final LmkKeys keys;
    private final @Nullable String lmk;
    private final @Nullable String lockedTable;

    /**
     * @param lmk the local master key's identifier; null leaves it to the port
     * @param lockedTable see {@link PayshieldSettings#decimalizationTable}
     */
    PayshieldKeys(
            HostLines lines, LmkKeys keys, @Nullable String lmk, @Nullable String lockedTable) {
        this.lines = lines;
        this.keys = keys;
        this.lmk = lmk;
        this.lockedTable = lockedTable;
    }

    KeyDriver driver() {
        return new KeyDriver(
                NAME,
                true,
                this,
                this,
                this,
                (name, kind) -> {
                    throw noChips();
                },
                this,
                new NoSignature(),
                new NoDocuments(),
                name -> {
                    throw noChips();
                },
                (name, kind) -> {
                    throw Unable.refusal(
                            "This payment HSM encrypts no single blocks with this key. Take a"
                                    + " PKCS#11 token.");
                },
                Optional.of(new PayshieldPins(this::asked, keys, lmk, lockedTable)));
    }

    /**
     * Asks for the device's diagnostics.
     *
     * @throws KeyDeviceFailure when it does not answer, or not well
     */
    void requireReady() {
        asked(HostCommand.diagnostics());
    }

    @Override
    public KeyCheckValue generate(KeyName name, KeyUsage usage, KeyKind kind) {
        requireNone(name);
        HostAnswers.GivenKey made =
                HostAnswers.key(
                        asked(
                                HostCommand.generate(
                                        lmk, usage, kind, HostCommand.exportability(name, usage))),
                        SCHEME_LMK);
        return kept(name, usage, kind, made);
    }

    @Override
    public KeyCheckValue load(KeyName name, KeyUsage usage, ClearKey key) {
        throw Unable.refusal(
                "This payment HSM takes no key in clear, neither whole nor of components or shares."
                        + " Make the key inside, or bring it as a key block.");
    }

    @Override
    public boolean holds(KeyName name) {
        return keys.find(name).isPresent();
    }

    @Override
    public void destroy(KeyName name) {
        keys.destroy(name);
    }

    @Override
    public boolean inside() {
        return false;
    }

    @Override
    public KeyCheckValue take(KeyName name, IncomingKey incoming) {
        requireNone(name);
        KeyBlocks.claimed(incoming.block());
        HostAnswers.GivenKey taken =
                HostAnswers.key(
                        asked(
                                HostCommand.take(
                                        lmk,
                                        keys.get(incoming.protection()),
                                        HostCommand.SCHEME_FOREIGN + incoming.block())),
                        SCHEME_LMK);
        IncomingKey.requireExpected(taken.checkValue(), incoming.expected());
        return kept(name, incoming.usage(), incoming.kind(), taken);
    }

    @Override
    public String export(
            KeyBlockHeader header,
            KeyName key,
            KeyKind kind,
            KeyName protection,
            KeyKind protectionKind) {
        if (HostCommand.exportability(key, header.usage()) == 'N') {
            throw Refusal.conflict(
                    "KEY_NOT_EXTRACTABLE",
                    "A data encryption key was made not to leave the device.");
        }
        String block =
                HostAnswers.key(
                                asked(
                                        HostCommand.export(
                                                lmk,
                                                keys.get(protection),
                                                keys.get(key),
                                                HostCommand.SCHEME_FOREIGN)),
                                HostCommand.SCHEME_FOREIGN)
                        .bare();
        KeyBlockHeader got = KeyBlocks.claimed(block);
        if (got.version() != header.version()
                || got.usage() != header.usage()
                || got.algorithm() != header.algorithm()) {
            throw new KeyDeviceFailure(
                    "HSM_ANSWER", "the device let the key out in another form than was asked for");
        }
        return block;
    }

    @Override
    public Key open(KeyName name) {
        String key = keys.get(name);
        return new Key() {
            @Override
            public String value(String pan, String expiry, String serviceCode) {
                return HostAnswers.verificationValue(
                        asked(HostCommand.verificationValue(lmk, key, pan, expiry, serviceCode)));
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public byte[] seal(KeyName key, byte[] plain, String place) {
        byte[] nonce = new byte[SealedForm.NONCE];
        random.nextBytes(nonce);
        String block = block(key);
        byte[] sealed = PayshieldGcm.sealed(b -> encrypted(block, b), nonce, place, plain);
        return new SealedForm(nonce, sealed).bytes();
    }

    @Override
    public byte[] open(KeyName key, byte[] sealed, String place) {
        SealedForm form = SealedForm.of(sealed);
        String block = block(key);
        return PayshieldGcm.opened(b -> encrypted(block, b), form.nonce(), place, form.rest());
    }

    private static Refusal noChips() {
        return Unable.refusal(
                "This payment HSM's base commands derive no cards' keys and prepare no chips. Chip"
                        + " data are prepared with a PKCS#11 token.");
    }

    /** An RSA signature without padding is none of its base commands. */
    private static final class NoSignature implements IssuerSignature {

        @Override
        public Optional<Signer> find(KeyName name) {
            return Optional.empty();
        }

        @Override
        public Signer generate(KeyName name, int bits) {
            throw noChips();
        }

        @Override
        public Signer load(KeyName name, RSAPrivateCrtKey key) {
            throw noChips();
        }
    }

    /** An RSA key that signs by RSASSA-PSS is not reached by its base commands either. */
    private static final class NoDocuments implements DocumentSignature {

        @Override
        public Optional<Signer> find(KeyName name) {
            return Optional.empty();
        }

        @Override
        public Signer generate(KeyName name, int bits) {
            throw noDocuments();
        }

        @Override
        public Signer load(KeyName name, RSAPrivateCrtKey key) {
            throw noDocuments();
        }

        private static Refusal noDocuments() {
            return Unable.refusal(
                    "This payment HSM's base commands sign no identity documents. Take a PKCS#11"
                            + " token.");
        }
    }

    private byte[] encrypted(String block, byte[] blocks) {
        return HostAnswers.encrypted(asked(HostCommand.encrypt(lmk, block, blocks)), blocks.length);
    }

    /** The master key is made when it is first needed; every other one has to be there. */
    private synchronized String block(KeyName name) {
        if (name.equals(KeyName.MASTER) && !holds(name)) {
            HostAnswers.GivenKey made =
                    HostAnswers.key(
                            asked(
                                    HostCommand.generate(
                                            lmk, KeyUsage.DATA_ENCRYPTION, KeyKind.AES_256, 'N')),
                            SCHEME_LMK);
            keys.keep(name, made.block()); // another process may have been faster: its key counts
        }
        return keys.get(name);
    }

    private KeyCheckValue kept(
            KeyName name, KeyUsage usage, KeyKind kind, HostAnswers.GivenKey given) {
        String header = given.bare();
        boolean fits =
                header.substring(5, 7).equals(HostCommand.usage(usage, kind))
                        && header.charAt(7) == kind.algorithm().letter();
        if (!fits) {
            throw new KeyDeviceFailure(
                    "HSM_ANSWER", "the device's key block is for another use than was asked for");
        }
        if (!keys.keep(name, given.block())) {
            throw already();
        }
        return given.checkValue();
    }

    private void requireNone(KeyName name) {
        if (holds(name)) {
            throw already();
        }
    }

    private static KeyDeviceFailure already() {
        return new KeyDeviceFailure("there is a key of this name already");
    }

    private byte[] asked(HostCommand command) {
        return HostAnswers.good(command, lines.ask(command));
    }
}
