package io.cardloom.production.key.store;

import io.cardloom.production.accountdata.AccountRecord;
import io.cardloom.production.accountdata.Pan;
import io.cardloom.production.accountdata.PanSequenceNumber;
import io.cardloom.production.emv.CardKeyDerivation;
import io.cardloom.production.emv.ChipIssuer;
import io.cardloom.production.emv.ChipKeyUse;
import io.cardloom.production.emv.ChipKeystore;
import io.cardloom.production.emv.ChipPublicKey;
import io.cardloom.production.emv.ChipSecurity;
import io.cardloom.production.emv.IccPrivateKey;
import io.cardloom.production.emv.ProtectedKey;
import io.cardloom.production.emv.SealedIccKey;
import io.cardloom.production.key.block.KeyUsage;
import io.cardloom.production.key.hsm.IssuerSignature;
import io.cardloom.production.key.life.ActiveKeys;
import io.cardloom.production.key.life.CardKeys;
import io.cardloom.production.key.life.IssuerKeyVersion;
import io.cardloom.production.key.material.KeyAlgorithm;
import io.cardloom.production.key.material.KeyCheckValue;
import io.cardloom.production.verification.DynamicVerification;
import io.cardloom.tenancy.program.ProgramId;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.TenantId;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A tenant's chip keys: issuer master keys, the issuer's RSA keys, transport and seal. */
@Component
public class ChipKeys implements ChipKeystore {

    private static final int AES_BYTES = 16;

    private final TenantKeys tenantKeys;
    private final ActiveKeys activeKeys;
    private final DeviceRsa<IssuerSignature.Signer> issuers;
    private final IccSeal seal;

    ChipKeys(TenantKeys tenantKeys, ActiveKeys activeKeys) {
        this.tenantKeys = tenantKeys;
        this.activeKeys = activeKeys;
        this.issuers = DeviceRsa.ofIssuers(tenantKeys);
        this.seal = new IccSeal(tenantKeys);
    }

    @Override
    public Session session(TenantId tenant) {
        return session(tenant, usage -> activeKeys.active(tenant, usage), ChipIssuer.FIRST);
    }

    @Override
    public Session session(TenantId tenant, ProgramId program, ChipIssuer issuer) {
        return session(tenant, activeKeys.of(tenant, program), issuer);
    }

    @Override
    public ChipPublicKey issuerKey(TenantId tenant, ChipIssuer issuer) {
        return chipKey(signer(tenant, issuer).publicKey());
    }

    @Override
    public void destroy(TenantId tenant, int issuer) {
        issuers.destroy(tenant, issuer);
    }

    private IssuerSignature.Signer signer(TenantId tenant, ChipIssuer issuer) {
        return issuers.signer(tenant, issuer.number(), issuer.bits());
    }

    private Session session(TenantId tenant, CardKeys active, ChipIssuer issuer) {
        tenantKeys.driver(); // a process without keys is refused here, not amid the work
        return new Session(tenant, active, issuer);
    }

    private <T> T with(
            TenantId tenant,
            KeyPurpose purpose,
            java.util.function.Supplier<byte[]> maker,
            Function<byte[], T> use) {
        byte[] key = tenantKeys.get(tenant, purpose, maker);
        try {
            return use.apply(key);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private static KeyPurpose purpose(ChipKeyUse use, boolean aes) {
        return switch (use) {
            case APPLICATION_CRYPTOGRAM ->
                    aes ? KeyPurpose.CHIP_CRYPTOGRAM_AES : KeyPurpose.CHIP_CRYPTOGRAM;
            case MESSAGE_INTEGRITY ->
                    aes ? KeyPurpose.CHIP_INTEGRITY_AES : KeyPurpose.CHIP_INTEGRITY;
            case MESSAGE_CONFIDENTIALITY ->
                    aes ? KeyPurpose.CHIP_CONFIDENTIALITY_AES : KeyPurpose.CHIP_CONFIDENTIALITY;
        };
    }

    private static KeyUsage usage(ChipKeyUse use) {
        return switch (use) {
            case APPLICATION_CRYPTOGRAM -> KeyUsage.CHIP_CRYPTOGRAMS;
            case MESSAGE_INTEGRITY -> KeyUsage.CHIP_INTEGRITY;
            case MESSAGE_CONFIDENTIALITY -> KeyUsage.CHIP_CONFIDENTIALITY;
        };
    }

    private static ChipPublicKey chipKey(RSAPublicKeySpec key) {
        return new ChipPublicKey(key.getModulus(), key.getPublicExponent().intValueExact());
    }

    /** One piece of work with chip keys; keys are opened once and kept for it. */
    public final class Session implements ChipSecurity, DynamicVerification {

        private final TenantId tenant;
        private final CardKeys active;
        private final ChipIssuer issuer;
        private IssuerSignature.@Nullable Signer signer;
        private @Nullable ChipTransportKey transport;
        private final Map<ChipKeyUse, UnaryOperator<byte[]>> pairs =
                new EnumMap<>(ChipKeyUse.class);
        private final Map<ChipKeyUse, UnaryOperator<byte[]>> aes = new EnumMap<>(ChipKeyUse.class);

        private Session(TenantId tenant, CardKeys active, ChipIssuer issuer) {
            this.tenant = tenant;
            this.active = active;
            this.issuer = issuer;
        }

        /** By which bureau and issuer compare the transport key. */
        public KeyCheckValue transportCheckValue() {
            return transport().checkValue();
        }

        @Override
        public ChipPublicKey issuerKey() {
            return chipKey(signer().publicKey());
        }

        @Override
        public byte[] sign(byte[] block) {
            return signer().sign(block);
        }

        @Override
        public ProtectedKey cardKey(
                ChipKeyUse use, CardKeyDerivation derivation, Pan pan, PanSequenceNumber sequence) {
            byte[] key = derived(use, derivation, pan.digits(), digits(sequence));
            try {
                KeyCheckValue check =
                        derivation == CardKeyDerivation.AES
                                ? KeyCheckValue.ofAes(key)
                                : KeyCheckValue.ofTdea(key);
                return new ProtectedKey(transport().key().encrypt(key), check.hex6());
            } finally {
                Arrays.fill(key, (byte) 0);
            }
        }

        @Override
        public SealedIccKey newIccKey(int bits, String place) {
            byte[] key = ChipRsa.generate(bits);
            try {
                return new SealedIccKey(
                        chipKey(new ChipRsa(key).publicKey()),
                        seal.seal(tenant, key, "icc/" + place));
            } finally {
                Arrays.fill(key, (byte) 0);
            }
        }

        @Override
        public IccPrivateKey iccPrivateKey(SealedIccKey key, String place) {
            byte[] clear = seal.open(tenant, key.sealed(), "icc/" + place);
            try {
                List<byte[]> parts = new ChipRsa(clear).parts();
                List<byte[]> encrypted = parts.stream().map(transport().key()::encrypt).toList();
                parts.forEach(part -> Arrays.fill(part, (byte) 0));
                return new IccPrivateKey(encrypted);
            } finally {
                Arrays.fill(clear, (byte) 0);
            }
        }

        @Override
        public String dynamicValue(AccountRecord card, int transactionCounter) {
            byte[] key =
                    derived(
                            ChipKeyUse.APPLICATION_CRYPTOGRAM,
                            CardKeyDerivation.OPTION_A,
                            card.pan().digits(),
                            "00");
            try {
                return new CardVerificationKey(key)
                        .dynamicValue(
                                card.pan().digits(),
                                card.expiry().yymm(),
                                card.serviceCode().digits(),
                                transactionCounter);
            } finally {
                Arrays.fill(key, (byte) 0);
            }
        }

        private IssuerSignature.Signer signer() {
            IssuerSignature.Signer known = signer;
            return known != null ? known : (signer = ChipKeys.this.signer(tenant, issuer));
        }

        private ChipTransportKey transport() {
            ChipTransportKey known = transport;
            return known != null
                    ? known
                    : (transport = ChipTransportKey.of(tenantKeys, tenant, active));
        }

        private byte[] derived(
                ChipKeyUse use, CardKeyDerivation derivation, String pan, String sequence) {
            return switch (derivation) {
                case OPTION_A -> IccMasterKey.optionA(master(use, false), pan, sequence);
                case OPTION_B -> IccMasterKey.optionB(master(use, false), pan, sequence);
                case AES -> IccMasterKey.aes(master(use, true), AES_BYTES, pan, sequence);
            };
        }

        /**
         * The active chip master key of these cards, which derives inside its device; without one,
         * in demo and tests, a key that is made at the first asking.
         */
        private UnaryOperator<byte[]> master(ChipKeyUse use, boolean withAes) {
            return (withAes ? aes : pairs)
                    .computeIfAbsent(
                            use,
                            u ->
                                    active.active(usage(u))
                                            .map(version -> inside(version, withAes))
                                            .orElseGet(() -> own(u, withAes)));
        }

        private UnaryOperator<byte[]> inside(IssuerKeyVersion version, boolean withAes) {
            if (withAes != (version.kind().algorithm() == KeyAlgorithm.AES)) {
                throw Refusal.conflict(
                        "CHIP_KEY_KIND",
                        "The chip's profile derives with another algorithm than the active chip"
                                + " master key has. Choose another profile, or activate a version"
                                + " of that algorithm.");
            }
            return tenantKeys.driver().derivation().open(version.name(tenant), version.kind())
                    ::derive;
        }

        private UnaryOperator<byte[]> own(ChipKeyUse use, boolean withAes) {
            tenantKeys.requireNoHardware(usage(use));
            if (!withAes) {
                return with(tenant, purpose(use, false), DesPair::random, DesPair::new)::encrypt;
            }
            SecretKey key =
                    with(
                            tenant,
                            purpose(use, true),
                            () -> TenantKeys.random(AES_BYTES),
                            bytes -> new SecretKeySpec(bytes, "AES"));
            return blocks -> IccMasterKey.aesBlocks(key, blocks);
        }

        private static String digits(PanSequenceNumber sequence) {
            return (sequence.number() < 10 ? "0" : "") + sequence.number();
        }
    }
}
