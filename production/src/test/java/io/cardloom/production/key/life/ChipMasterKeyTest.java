package io.cardloom.production.key.life;

import static io.cardloom.production.key.life.CeremonyStage.hex;
import static io.cardloom.production.key.life.CeremonyStage.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.cardloom.production.accountdata.Pan;
import io.cardloom.production.accountdata.PanSequenceNumber;
import io.cardloom.production.emv.CardKeyDerivation;
import io.cardloom.production.emv.ChipKeyUse;
import io.cardloom.production.emv.ChipSecurity;
import io.cardloom.production.key.block.KeyUsage;
import io.cardloom.production.key.hsm.KeyDrivers;
import io.cardloom.production.key.hsm.KeyName;
import io.cardloom.production.key.life.CeremonyPlan.NewKey;
import io.cardloom.production.key.life.CeremonyStage.World;
import io.cardloom.production.key.material.KeyKind;
import io.cardloom.production.key.store.ChipKeys;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** Chip master keys that came in by a ceremony, and what cards get of them. */
@SpringBootTest
@Import(CeremonyStage.class)
class ChipMasterKeyTest {

    /** knovichikhin/pyemv pyemv/kd.py; its card key's check value begins with FF08. */
    private static final String MASTER = "0123456789ABCDEFFEDCBA9876543210";

    private static final String PART = "00112233445566778899AABBCCDDEEFF";

    @Autowired CeremonyStage stage;
    @Autowired ChipKeys chipKeys;
    @Autowired KeyDrivers drivers;

    @Test
    void derivesCardKeysOfTheMasterKeyThatCustodiansBrought() {
        World world = stage.world(2);
        Pan pan = Pan.withCheckDigit("1234567890123456");
        String own = checkValue(world, pan);
        KeyVersionId version = brought(world);
        assertThat(checkValue(world, pan)).as("prepared only").isEqualTo(own);
        stage.on(world, CeremonyKind.ACTIVATE, version);
        String fromMaster = checkValue(world, pan);
        assertThat(fromMaster).isNotEqualTo(own).isEqualTo(expected(world, version, pan));
        refused(
                "CHIP_KEY_KIND",
                () ->
                        session(world)
                                .cardKey(
                                        ChipKeyUse.APPLICATION_CRYPTOGRAM,
                                        CardKeyDerivation.AES,
                                        pan,
                                        PanSequenceNumber.NONE));
        refused(
                "KEY_KIND",
                () -> stage.made(world, "Odd", KeyUsage.CHIP_INTEGRITY, KeyKind.TDEA_TRIPLE));
    }

    /** The published key of the published account number, in the device's own derivation. */
    @Test
    void derivesThePublishedCardKey() {
        World world = stage.world(2);
        KeyVersionId version = brought(world);
        byte[] derived =
                drivers.current()
                        .derivation()
                        .open(
                                KeyName.of(world.issuer().tenant(), version.value()),
                                KeyKind.TDEA_DOUBLE)
                        .derive(hex("1234567890123445" + "EDCBA9876FEDCBBA"));
        assertThat(parity(derived)).isEqualTo("67F8292358083E5EA7AB7FDA58D53B6B");
    }

    private KeyVersionId brought(World world) {
        KeyCeremony open =
                stage.ceremonies.open(
                        world.one(),
                        CeremonyPlan.components(
                                new NewKey("Chip", KeyUsage.CHIP_CRYPTOGRAMS, KeyKind.TDEA_DOUBLE),
                                world.first(2)));
        byte[] other = hex(PART);
        byte[] master = hex(MASTER);
        for (int i = 0; i < other.length; i++) {
            other[i] ^= master[i];
        }
        stage.contribute(world.one(), open.id(), hex(PART));
        KeyCeremony done = stage.contribute(world.custodians().get(1), open.id(), other);
        assertThat(done.state()).as(done.reason()).isEqualTo(CeremonyState.COMPLETED);
        return Objects.requireNonNull(done.version());
    }

    private String checkValue(World world, Pan pan) {
        return session(world)
                .cardKey(
                        ChipKeyUse.APPLICATION_CRYPTOGRAM,
                        CardKeyDerivation.OPTION_A,
                        pan,
                        PanSequenceNumber.NONE)
                .checkValue();
    }

    private ChipSecurity session(World world) {
        return chipKeys.session(world.issuer().tenant());
    }

    /** EMV Book 2, A1.4.1, written again. */
    private String expected(World world, KeyVersionId version, Pan pan) {
        String digits = pan.digits() + "00";
        byte[] y = hex(digits.substring(digits.length() - 16));
        byte[] blocks = Arrays.copyOf(y, 16);
        for (int i = 0; i < 8; i++) {
            blocks[8 + i] = (byte) ~y[i];
        }
        byte[] key =
                drivers.current()
                        .derivation()
                        .open(
                                KeyName.of(world.issuer().tenant(), version.value()),
                                KeyKind.TDEA_DOUBLE)
                        .derive(blocks);
        return io.cardloom.production.key.material.KeyCheckValue.ofTdea(key).hex6();
    }

    private static String parity(byte[] key) {
        for (int i = 0; i < key.length; i++) {
            key[i] ^= (byte) (Integer.bitCount(key[i] & 0xFF) % 2 == 0 ? 1 : 0);
        }
        return HexFormat.of().withUpperCase().formatHex(key);
    }
}
