package io.cardloom.production.key.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.production.accountdata.AccountRecord;
import io.cardloom.production.accountdata.CardholderName;
import io.cardloom.production.accountdata.ExpiryDate;
import io.cardloom.production.accountdata.Pan;
import io.cardloom.production.accountdata.PanSequenceNumber;
import io.cardloom.production.accountdata.ServiceCode;
import io.cardloom.production.key.block.KeyUsage;
import io.cardloom.production.key.hsm.KeyDriver;
import io.cardloom.production.key.hsm.KeyName;
import io.cardloom.production.key.material.KeyKind;
import io.cardloom.production.verification.Ibm3624;
import io.cardloom.production.verification.PinBlockFormat;
import io.cardloom.production.verification.SealedPin;
import io.cardloom.production.verification.VerificationValue;
import io.cardloom.tenancy.program.ProgramId;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.TenantId;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PinKeysTest {

    private static final Ibm3624 RULE = new Ibm3624("0123456789012345", 0, 12, 'F');

    @TempDir Path folder;

    private final TenantId tenant = TenantId.next(Clock.systemUTC());
    private final ProgramId program = ProgramId.next(Clock.systemUTC());
    private final Pan pan = Pan.withCheckDigit("999900123456789");

    @SuppressWarnings("NullAway.Init")
    private PinKeys.Session pins;

    @BeforeEach
    void begin() {
        pins = session();
    }

    @Test
    void opensASealedPinOnlyForItsAccount() {
        SealedPin pin = pins.drawn(pan, 4);
        Pan other = Pan.withCheckDigit("999900123456780");
        assertThat(pin.bytes()).hasSizeGreaterThan(4 + 16);
        refused("PIN_SEAL", () -> pins.pinVerificationValue(pin, other, 1));
        refused("PIN_SEAL", () -> pins.block(pin, other, PinBlockFormat.ISO_0));
        refused("PIN_SEAL", () -> pins.offset(new SealedPin(new byte[40]), pan, RULE));
        assertThat(pin).hasToString("SealedPin[REDACTED]");
    }

    @Test
    void movesAPinThroughABlockOfEachFormat() {
        SealedPin pin = pins.drawn(pan, 6);
        String value = pins.pinVerificationValue(pin, pan, 1);
        String offset = pins.offset(pin, pan, RULE);
        assertThat(value).matches("[0-9]{4}");
        assertThat(offset).matches("[0-9]{6}");
        for (PinBlockFormat format : PinBlockFormat.values()) {
            byte[] block = pins.block(pin, pan, format);
            assertThat(block).hasSize(format.bytes());
            SealedPin moved = session().received(block, pan, format);
            assertThat(pins.pinVerificationValue(moved, pan, 1)).isEqualTo(value);
            assertThat(pins.offset(moved, pan, RULE)).isEqualTo(offset);
            block[3] ^= 1;
        }
        refused("PIN_BLOCK", () -> pins.received(new byte[8], pan, PinBlockFormat.ISO_4));
    }

    @Test
    void offsetsANaturalPinByNothing() {
        SealedPin natural = pins.natural(pan, RULE, 5);
        assertThat(pins.offset(natural, pan, RULE)).isEqualTo("00000");
        assertThat(session().offset(natural, pan, RULE)).isEqualTo("00000");
    }

    @Test
    void refusesLengthsAndIndexesThatCannotBe() {
        refused("PIN_LENGTH", () -> pins.drawn(pan, 3));
        refused("PIN_LENGTH", () -> pins.drawn(pan, 13));
        refused("PIN_LENGTH", () -> pins.natural(pan, RULE, 3));
        refused("PIN_KEY_INDEX", () -> pins.pinVerificationValue(pins.drawn(pan, 4), pan, 10));
    }

    /** The same key, so the same value wherever the service codes are the same (psec, jPOS). */
    @Test
    void tellsTheThreeVerificationValuesApartByTheServiceCode() {
        StripeKeys keys = new StripeKeys(keys(), (of, usage) -> Optional.empty());
        StripeKeys.Verifier verifier = keys.verifier(tenant, program);
        AccountRecord card = card("201");
        String stripe = verifier.value(VerificationValue.STRIPE, card);
        String chip = verifier.value(VerificationValue.CHIP, card);
        String panel = verifier.value(VerificationValue.SIGNATURE_PANEL, card);
        assertThat(stripe).matches("[0-9]{3}");
        assertThat(verifier.value(VerificationValue.CHIP, card("101"))).isEqualTo(chip);
        assertThat(verifier.value(VerificationValue.SIGNATURE_PANEL, card("101"))).isEqualTo(panel);
        CardVerificationKey key =
                new CardVerificationKey(keys().get(tenant, KeyPurpose.STRIPE_CVK, DesPair::random));
        assertThat(chip).isEqualTo(key.value(pan.digits(), "3012", "999"));
        assertThat(panel).isEqualTo(key.value(pan.digits(), "3012", "000"));
        assertThat(stripe).isEqualTo(key.value(pan.digits(), "3012", "201"));
    }

    @Test
    void makesNoKeysOfItsOwnBesideHardware() {
        KeyDriver hard = BroughtKeys.hard(keys().driver());
        TenantKeys inHardware = new TenantKeys(keys().folder(), hard);
        PinKeys.Session session =
                new PinKeys(inHardware, (of, usage) -> Optional.empty()).session(tenant, program);
        SealedPin pin = session.drawn(pan, 4);
        refused("KEY_MISSING", () -> session.natural(pan, RULE, 4));
        refused("KEY_MISSING", () -> session.offset(pin, pan, RULE));
        refused("KEY_MISSING", () -> session.pinVerificationValue(pin, pan, 1));
        for (PinBlockFormat format : PinBlockFormat.values()) {
            refused("KEY_MISSING", () -> session.block(pin, pan, format));
            refused("KEY_MISSING", () -> session.received(new byte[format.bytes()], pan, format));
        }
        StripeKeys stripes = new StripeKeys(inHardware, (of, usage) -> Optional.empty());
        refused("KEY_MISSING", () -> stripes.verifier(tenant, program));
    }

    /** knovichikhin/psec tests/test_pin.py and tests/test_pinblock.py, by way of a device. */
    @Test
    void worksWithTheKeysThatCustodiansBrought() {
        byte[] pair = HexFormat.of().parseHex("0123456789ABCDEFFEDCBA9876543210");
        KeyDriver hard = BroughtKeys.hard(keys().driver());
        BroughtKeys brought = new BroughtKeys(tenant, hard);
        brought.bring(KeyUsage.PIN_VERIFICATION_VALUE, KeyKind.TDEA_DOUBLE, pair);
        brought.bring(KeyUsage.PIN_OFFSET, KeyKind.TDEA_DOUBLE, pair);
        brought.bring(KeyUsage.PIN_ENCRYPTION, KeyKind.TDEA_DOUBLE, pair);
        PinKeys.Session session =
                new PinKeys(new TenantKeys(keys().folder(), hard), brought)
                        .session(tenant, program);
        Pan published = Pan.withCheckDigit("112233445566778"); // no value takes its check digit
        Ibm3624 rule = new Ibm3624("1234567890123456", 0, 14, 'F');
        byte[] block =
                new PinTransport(
                                () -> new DesPair(pair),
                                () -> {
                                    throw new AssertionError();
                                },
                                new Random(3))
                        .encrypted(
                                PinBlockFormat.ISO_0, new byte[] {4, 5, 2, 4}, published.digits());
        SealedPin pin = session.received(block, published, PinBlockFormat.ISO_0);
        assertThat(session.pinVerificationValue(pin, published, 1)).isEqualTo("8523");
        assertThat(session.offset(pin, published, rule)).as("5518 is natural").isEqualTo("9016");
        assertThat(session.block(pin, published, PinBlockFormat.ISO_0)).isEqualTo(block);
        SealedPin moved = session.received(block, published, PinBlockFormat.ISO_0);
        assertThat(session.pinVerificationValue(moved, published, 1)).isEqualTo("8523");
        assertThat(hard.storage().holds(KeyName.of(tenant, "pin_seal"))).isTrue();
        refused("PIN_KEY_KIND", () -> session.block(pin, published, PinBlockFormat.ISO_4));
        brought.bring(KeyUsage.PIN_ENCRYPTION, KeyKind.AES_128, pair);
        PinKeys.Session later =
                new PinKeys(new TenantKeys(keys().folder(), hard), brought)
                        .session(tenant, program);
        byte[] four = later.block(pin, published, PinBlockFormat.ISO_4);
        SealedPin back = later.received(four, published, PinBlockFormat.ISO_4);
        assertThat(later.pinVerificationValue(back, published, 1)).isEqualTo("8523");
        refused("PIN_KEY_KIND", () -> later.block(pin, published, PinBlockFormat.ISO_0));
    }

    private AccountRecord card(String serviceCode) {
        return new AccountRecord(
                pan,
                PanSequenceNumber.NONE,
                new ExpiryDate("3012"),
                new ServiceCode(serviceCode),
                CardholderName.of("Zoe Sample", ""),
                "",
                "");
    }

    private PinKeys.Session session() {
        return new PinKeys(keys(), (of, usage) -> Optional.empty()).session(tenant, program);
    }

    private TenantKeys keys() {
        return new TenantKeys(folder, "0123456789abcdef".repeat(4), false);
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
