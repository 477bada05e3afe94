package io.cardloom.production.key.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.production.accountdata.Pan;
import io.cardloom.production.accountdata.PanSequenceNumber;
import io.cardloom.production.emv.CardKeyDerivation;
import io.cardloom.production.emv.ChipKeyUse;
import io.cardloom.production.emv.ChipPublicKey;
import io.cardloom.production.emv.IccPrivateKey;
import io.cardloom.production.emv.ProtectedKey;
import io.cardloom.production.emv.SealedIccKey;
import io.cardloom.production.key.block.KeyUsage;
import io.cardloom.production.key.hsm.BrokenSeal;
import io.cardloom.production.key.hsm.KeyDriver;
import io.cardloom.production.key.hsm.KeyName;
import io.cardloom.production.key.material.KeyCheckValue;
import io.cardloom.production.key.material.KeyKind;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.TenantId;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChipKeysTest {

    @TempDir Path folder;

    private final TenantId tenant = TenantId.next(Clock.systemUTC());
    private final Pan pan = Pan.withCheckDigit("99990012345678901");

    @Test
    void givesEachUseAndOptionAKeyOfItsOwn() {
        ChipKeys.Session session = chipKeys().session(tenant);
        Set<String> seen = new HashSet<>();
        for (ChipKeyUse use : ChipKeyUse.values()) {
            for (CardKeyDerivation derivation : CardKeyDerivation.values()) {
                ProtectedKey key = session.cardKey(use, derivation, pan, new PanSequenceNumber(1));
                assertThat(key.ciphertext()).hasSize(16);
                assertThat(key.checkValue()).matches("[0-9A-F]{6}");
                seen.add(key.checkValue());
                assertThat(
                                chipKeys()
                                        .session(tenant)
                                        .cardKey(use, derivation, pan, new PanSequenceNumber(1))
                                        .ciphertext())
                        .as("the same after a restart")
                        .isEqualTo(key.ciphertext());
            }
        }
        assertThat(seen).hasSize(9);
    }

    @Test
    void encryptsCardKeysUnderTheTransportKeyOnly() {
        ChipKeys.Session session = chipKeys().session(tenant);
        ProtectedKey key =
                session.cardKey(
                        ChipKeyUse.APPLICATION_CRYPTOGRAM,
                        CardKeyDerivation.OPTION_A,
                        pan,
                        PanSequenceNumber.NONE);
        DesPair transport =
                new DesPair(keys().get(tenant, KeyPurpose.CHIP_TRANSPORT, DesPair::random));
        DesPair issuer =
                new DesPair(keys().get(tenant, KeyPurpose.CHIP_CRYPTOGRAM, DesPair::random));
        assertThat(transport.decrypt(key.ciphertext()))
                .isEqualTo(IccMasterKey.optionA(issuer::encrypt, pan.digits(), "00"));
        assertThat(session.transportCheckValue()).isEqualTo(transport.checkValue());
    }

    @Test
    void signsSoThatTheIssuersPublicKeyRecovers() {
        ChipKeys.Session session = chipKeys().session(tenant);
        ChipPublicKey issuer = session.issuerKey();
        assertThat(issuer.length()).isEqualTo(176);
        assertThat(issuer.exponent()).isEqualTo(3);
        byte[] block = TenantKeys.random(176);
        block[0] = 0x6A;
        assertThat(issuer.recover(session.sign(block))).isEqualTo(block);
        byte[] tooLong = new byte[177];
        assertThatThrownBy(() -> session.sign(tooLong))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void makesIccKeysThatOpenInTheirPlaceOnlyAndFitTogether() {
        ChipKeys.Session session = chipKeys().session(tenant);
        SealedIccKey made = session.newIccKey(1152, "one");
        assertThat(made.key().modulus().bitLength()).isEqualTo(1152);
        assertThatThrownBy(() -> session.iccPrivateKey(made, "two")).isInstanceOf(BrokenSeal.class);
        IccPrivateKey parts = session.iccPrivateKey(made, "one");
        DesPair transport =
                new DesPair(keys().get(tenant, KeyPurpose.CHIP_TRANSPORT, DesPair::random));
        List<BigInteger> clear =
                parts.parts().stream()
                        .map(transport::decrypt)
                        .peek(part -> assertThat(part).hasSize(80).endsWith(ending()))
                        .map(part -> new BigInteger(1, Arrays.copyOf(part, 72)))
                        .toList();
        BigInteger q = clear.get(3);
        BigInteger p = clear.get(4);
        assertThat(p.multiply(q)).isEqualTo(made.key().modulus());
        assertThat(clear.get(0)).isEqualTo(q.modInverse(p));
        BigInteger three = BigInteger.valueOf(3);
        assertThat(clear.get(1)).isEqualTo(three.modInverse(q.subtract(BigInteger.ONE)));
        assertThat(clear.get(2)).isEqualTo(three.modInverse(p.subtract(BigInteger.ONE)));
        assertThat("" + parts + made).isEqualTo("IccPrivateKey[REDACTED]SealedIccKey[REDACTED]");
    }

    @Test
    void makesNoChipMasterKeyOfItsOwnBesideHardware() {
        KeyDriver hard = BroughtKeys.hard(keys().driver());
        ChipKeys.Session session =
                new ChipKeys(new TenantKeys(keys().folder(), hard), (of, usage) -> Optional.empty())
                        .session(tenant);
        for (CardKeyDerivation derivation : CardKeyDerivation.values()) {
            assertThatThrownBy(
                            () ->
                                    session.cardKey(
                                            ChipKeyUse.MESSAGE_INTEGRITY,
                                            derivation,
                                            pan,
                                            PanSequenceNumber.NONE))
                    .isInstanceOfSatisfying(
                            Refusal.class, r -> assertThat(r.code()).isEqualTo("KEY_MISSING"));
        }
    }

    @Test
    void makesNoTransportKeyOfItsOwnBesideHardware() {
        KeyDriver hard = BroughtKeys.hard(keys().driver());
        BroughtKeys brought = new BroughtKeys(tenant, hard);
        brought.bring(KeyUsage.CHIP_INTEGRITY, KeyKind.TDEA_DOUBLE, DesPair.random());
        ChipKeys.Session session =
                new ChipKeys(new TenantKeys(keys().folder(), hard), brought).session(tenant);
        assertThatThrownBy(session::transportCheckValue)
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.code()).isEqualTo("KEY_MISSING"));
        assertThatThrownBy(
                        () ->
                                session.cardKey(
                                        ChipKeyUse.MESSAGE_INTEGRITY,
                                        CardKeyDerivation.OPTION_A,
                                        pan,
                                        PanSequenceNumber.NONE))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.code()).isEqualTo("KEY_MISSING"));
        assertThat(session.issuerKey().length()).as("signs without").isEqualTo(176);
    }

    @Test
    void sendsChipsKeysUnderTheKeyThatCustodiansBrought() {
        byte[] pair = DesPair.random();
        BroughtKeys brought = new BroughtKeys(tenant, keys().driver());
        KeyCheckValue check =
                brought.bring(KeyUsage.CHIP_PERSONALIZATION, KeyKind.TDEA_DOUBLE, pair);
        ChipKeys.Session session = new ChipKeys(keys(), brought).session(tenant);
        assertThat(session.transportCheckValue()).isEqualTo(check);
        ProtectedKey key =
                session.cardKey(
                        ChipKeyUse.APPLICATION_CRYPTOGRAM,
                        CardKeyDerivation.OPTION_A,
                        pan,
                        PanSequenceNumber.NONE);
        DesPair issuer =
                new DesPair(keys().get(tenant, KeyPurpose.CHIP_CRYPTOGRAM, DesPair::random));
        assertThat(new DesPair(pair).decrypt(key.ciphertext()))
                .isEqualTo(IccMasterKey.optionA(issuer::encrypt, pan.digits(), "00"));
    }

    /** As an older Cardloom kept it; a certification authority may have certified it. */
    @Test
    void takesAnIssuersKeyOutOfItsFileIntoTheDevice() {
        byte[] pkcs8 = ChipRsa.generate(1408);
        keys().get(tenant, KeyPurpose.CHIP_ISSUER, pkcs8::clone);
        ChipPublicKey key = chipKeys().session(tenant).issuerKey();
        assertThat(key.modulus()).isEqualTo(new ChipRsa(pkcs8).publicKey().getModulus());
        assertThat(keys().find(tenant, KeyPurpose.CHIP_ISSUER)).isEmpty();
        assertThat(chipKeys().session(tenant).issuerKey()).isEqualTo(key);
    }

    /** As an older Cardloom sealed the pool: with a key in a file, which opens what it sealed. */
    @Test
    void takesTheSealOfCardsKeysOutOfItsFileIntoTheDevice() {
        byte[] file = TenantKeys.random(32);
        keys().get(tenant, KeyPurpose.CHIP_SEAL, file::clone);
        byte[] pkcs8 = ChipRsa.generate(1152);
        SealedIccKey old =
                new SealedIccKey(
                        new ChipPublicKey(new ChipRsa(pkcs8).publicKey().getModulus(), 3),
                        Wrapping.seal(new SecretKeySpec(file, "AES"), pkcs8, "icc/pool"));
        ChipKeys.Session session = chipKeys().session(tenant);
        assertThat(session.issuerKey()).isNotNull();
        assertThat(keys().find(tenant, KeyPurpose.CHIP_SEAL)).as("not needed yet").isPresent();
        IccPrivateKey opened = session.iccPrivateKey(old, "pool");
        assertThat(keys().find(tenant, KeyPurpose.CHIP_SEAL)).isEmpty();
        assertThat(keys().driver().storage().holds(KeyName.of(tenant, "icc_seal"))).isTrue();
        assertThat(opened.parts()).hasSize(5);
        SealedIccKey made = session.newIccKey(1152, "new");
        ChipKeys.Session again = chipKeys().session(tenant);
        assertThat(again.iccPrivateKey(old, "pool").parts().toArray(byte[][]::new))
                .as("the same after a restart")
                .isDeepEqualTo(opened.parts().toArray(byte[][]::new));
        assertThat(again.iccPrivateKey(made, "new").parts()).hasSize(5);
        ChipKeys.Session other = chipKeys().session(TenantId.next(Clock.systemUTC()));
        assertThatThrownBy(() -> other.iccPrivateKey(made, "new"))
                .as("another tenant's seal")
                .isInstanceOf(BrokenSeal.class);
    }

    private static byte[] ending() {
        byte[] ending = new byte[8];
        ending[0] = (byte) 0x80;
        return ending;
    }

    /** Of a tenant that holds no chip master key. */
    private ChipKeys chipKeys() {
        return new ChipKeys(keys(), (of, usage) -> Optional.empty());
    }

    private TenantKeys keys() {
        return new TenantKeys(folder, "0123456789abcdef".repeat(4), false);
    }
}
