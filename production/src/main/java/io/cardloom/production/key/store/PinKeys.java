package io.cardloom.production.key.store;

import io.cardloom.production.accountdata.Pan;
import io.cardloom.production.key.block.KeyUsage;
import io.cardloom.production.key.hsm.BrokenSeal;
import io.cardloom.production.key.hsm.ChipTransport;
import io.cardloom.production.key.hsm.KeyDriver;
import io.cardloom.production.key.hsm.KeyName;
import io.cardloom.production.key.hsm.PinEncryption;
import io.cardloom.production.key.life.ActiveKeys;
import io.cardloom.production.key.life.CardKeys;
import io.cardloom.production.key.life.IssuerKeyVersion;
import io.cardloom.production.key.material.KeyAlgorithm;
import io.cardloom.production.key.material.KeyCheckValue;
import io.cardloom.production.key.material.KeyKind;
import io.cardloom.production.verification.Ibm3624;
import io.cardloom.production.verification.PinBlockFormat;
import io.cardloom.production.verification.PinVerification;
import io.cardloom.production.verification.Pins;
import io.cardloom.production.verification.SealedPin;
import io.cardloom.tenancy.program.ProgramId;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.TenantId;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The PIN keys of programs: the issuer's active ones, in their device, or in demo and tests keys
 * that are made at the first asking. Where a device holds PINs itself, what is sealed here is what
 * it gave out. Otherwise clear PINs are here and nowhere else: a token has no mechanism for PINs,
 * so that it is given the blocks which they are in, and not them alone.
 */
@Component
public class PinKeys {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String SEAL_ID = "pin_seal";

    private final TenantKeys tenantKeys;
    private final ActiveKeys activeKeys;
    private final Object making = new Object();

    PinKeys(TenantKeys tenantKeys, ActiveKeys activeKeys) {
        this.tenantKeys = tenantKeys;
        this.activeKeys = activeKeys;
    }

    /**
     * What makes and checks the PINs of a program's cards for one piece of work, from one thread.
     * Its calls answer {@code KEY_MISSING} when keys live in hardware and custodians activated none
     * of the use, or none of the program's own key; {@code PIN_KEY_KIND} when the active PIN
     * encryption key is of another algorithm than the block; and {@code KEY_DEVICE_UNABLE} when a
     * device that holds the PINs itself does not do it.
     */
    public Session session(TenantId tenant, ProgramId program) {
        InUse keys = new InUse(tenant, activeKeys.of(tenant, program));
        PinSeal seal = tenantKeys.driver().hardware() ? inside(tenant) : own(tenant);
        return tenantKeys
                .driver()
                .heldPins()
                .map(held -> new Session(new DevicePins(held, keys), seal))
                .orElseGet(() -> new Session(clear(keys), seal));
    }

    private static ClearPins clear(InUse keys) {
        return new ClearPins(
                new PinGenerationKey(
                        LaterKey.of(
                                () -> keys.pair(KeyUsage.PIN_OFFSET, KeyPurpose.PIN_GENERATION))),
                new PinVerificationKey(
                        LaterKey.of(
                                () ->
                                        keys.pair(
                                                KeyUsage.PIN_VERIFICATION_VALUE,
                                                KeyPurpose.PIN_VERIFICATION))),
                new PinTransport(
                        LaterKey.once(() -> keys.opened(KeyAlgorithm.TDEA)),
                        LaterKey.once(() -> keys.opened(KeyAlgorithm.AES)),
                        RANDOM),
                LaterKey.once(keys::chips),
                RANDOM);
    }

    /** The active keys of one program's cards; a device that holds PINs makes none by itself. */
    private final class InUse implements DevicePins.Keys {

        private final TenantId tenant;
        private final CardKeys active;

        InUse(TenantId tenant, CardKeys active) {
            this.tenant = tenant;
            this.active = active;
        }

        @Override
        public KeyName generation() {
            return named(KeyUsage.PIN_OFFSET);
        }

        @Override
        public KeyName verification() {
            return named(KeyUsage.PIN_VERIFICATION_VALUE);
        }

        @Override
        public IssuerKeyVersion transport(KeyAlgorithm algorithm) {
            return brought(algorithm)
                    .orElseThrow(() -> TenantKeys.missing(KeyUsage.PIN_ENCRYPTION));
        }

        @Override
        public KeyName name(IssuerKeyVersion version) {
            return version.name(tenant);
        }

        private KeyName named(KeyUsage usage) {
            return active.active(usage)
                    .map(this::name)
                    .orElseThrow(() -> TenantKeys.missing(usage));
        }

        PinEncryption.Key pair(KeyUsage usage, KeyPurpose purpose) {
            return active.active(usage)
                    .map(this::opened)
                    .orElseGet(
                            () -> {
                                tenantKeys.requireNoHardware(usage);
                                return ownPair(tenant, purpose);
                            });
        }

        ChipTransport.Key chips() {
            return ChipTransportKey.of(tenantKeys, tenant, active).key();
        }

        PinTransport.Key opened(KeyAlgorithm algorithm) {
            Optional<IssuerKeyVersion> brought = brought(algorithm);
            if (brought.isPresent()) {
                return new PinTransport.InDevice(opened(brought.get()), brought.get().checkValue());
            }
            tenantKeys.requireNoHardware(KeyUsage.PIN_ENCRYPTION);
            return algorithm == KeyAlgorithm.AES
                    ? new AesBlocks(
                            tenantKeys.symmetric(tenant, KeyPurpose.PIN_TRANSPORT_AES, "AES"))
                    : ownPair(tenant, KeyPurpose.PIN_TRANSPORT_DES);
        }

        private Optional<IssuerKeyVersion> brought(KeyAlgorithm algorithm) {
            Optional<IssuerKeyVersion> brought = active.active(KeyUsage.PIN_ENCRYPTION);
            if (brought.isPresent() && brought.get().kind().algorithm() != algorithm) {
                throw Refusal.conflict(
                        "PIN_KEY_KIND",
                        "This format of PIN block travels under "
                                + words(algorithm)
                                + ", and the active PIN encryption key is not one. An"
                                + " administrator chooses the other format, or key custodians"
                                + " activate a PIN encryption key that is.");
            }
            return brought;
        }

        private PinEncryption.Key opened(IssuerKeyVersion version) {
            return tenantKeys.driver().pins().open(name(version), version.kind());
        }
    }

    private static String words(KeyAlgorithm algorithm) {
        return algorithm == KeyAlgorithm.AES ? "an AES key" : "a triple DES key";
    }

    private DesPair ownPair(TenantId tenant, KeyPurpose purpose) {
        byte[] pair = tenantKeys.get(tenant, purpose, DesPair::random);
        try {
            return new DesPair(pair);
        } finally {
            Arrays.fill(pair, (byte) 0);
        }
    }

    private PinSeal own(TenantId tenant) {
        return PinSeal.own(tenantKeys.symmetric(tenant, KeyPurpose.PIN_SEAL, "AES"));
    }

    /** A key of the device's own, made when it is first needed. */
    private PinSeal inside(TenantId tenant) {
        KeyName name = KeyName.of(tenant, SEAL_ID);
        KeyDriver driver = tenantKeys.driver();
        synchronized (making) {
            if (!driver.storage().holds(name)) {
                driver.storage().generate(name, KeyUsage.DATA_ENCRYPTION, KeyKind.AES_256);
            }
        }
        return PinSeal.inside(driver.protection(), name);
    }

    /** One piece of work with PINs; opened ones live inside a call and are wiped at its end. */
    public static final class Session implements Pins, PinVerification {

        private final PinMaking making;
        private final PinChecking checking;
        private final PinSeal seal;

        <P extends PinMaking & PinChecking> Session(P pins, PinSeal seal) {
            this.making = pins;
            this.checking = pins;
            this.seal = seal;
        }

        @Override
        public SealedPin drawn(Pan pan, int digits) {
            return sealed(making.drawn(pan, checked(digits)), pan);
        }

        @Override
        public SealedPin natural(Pan pan, Ibm3624 rule, int digits) {
            return sealed(making.natural(pan, rule, checked(digits)), pan);
        }

        @Override
        public SealedPin received(byte[] block, Pan pan, PinBlockFormat format) {
            return sealed(making.received(block, pan, format), pan);
        }

        @Override
        public byte[] block(SealedPin pin, Pan pan, PinBlockFormat format) {
            return with(pin, pan, opened -> making.block(opened, pan, format));
        }

        @Override
        public byte[] chipBlock(SealedPin pin, Pan pan, PinBlockFormat format) {
            return with(pin, pan, opened -> making.chipBlock(opened, format));
        }

        @Override
        public String pinVerificationValue(SealedPin pin, Pan pan, int keyIndex) {
            if (keyIndex < 0 || keyIndex > 9) {
                throw Refusal.invalid(
                        "PIN_KEY_INDEX", "The PIN verification key index is a digit from 0 to 9.");
            }
            return with(pin, pan, opened -> checking.verificationValue(opened, pan, keyIndex));
        }

        @Override
        public String offset(SealedPin pin, Pan pan, Ibm3624 rule) {
            return with(pin, pan, opened -> checking.offset(opened, pan, rule));
        }

        /**
         * By which a printer or a host can tell that it has the tenant's PIN transport key, which
         * is the one of this format's algorithm.
         *
         * @throws Refusal {@code KEY_MISSING}, {@code PIN_KEY_KIND}, {@code KEY_DEVICE_UNABLE}
         */
        public KeyCheckValue transportCheckValue(PinBlockFormat format) {
            return making.transportCheckValue(format);
        }

        private SealedPin sealed(byte[] pin, Pan pan) {
            try {
                return new SealedPin(seal.seal(pin, place(pan)));
            } finally {
                Arrays.fill(pin, (byte) 0);
            }
        }

        private <T> T with(
                SealedPin pin, Pan pan, java.util.function.Function<byte[], T> operation) {
            byte[] opened;
            try {
                opened = seal.open(pin.bytes(), place(pan));
            } catch (BrokenSeal e) {
                throw Refusal.invalid(
                        "PIN_SEAL",
                        "The PIN was sealed elsewhere or for another account number; draw a new"
                                + " one.");
            }
            try {
                return operation.apply(opened);
            } finally {
                Arrays.fill(opened, (byte) 0);
            }
        }

        private static int checked(int digits) {
            if (digits < PinField.MIN || digits > PinField.MAX) {
                throw Refusal.invalid("PIN_LENGTH", "A PIN has 4 to 12 digits (ISO 9564-1).");
            }
            return digits;
        }

        private static String place(Pan pan) {
            return "pin/" + pan.digits();
        }
    }
}
