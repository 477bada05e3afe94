package io.cardloom.connectors.hsm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.production.accountdata.Pan;
import io.cardloom.production.key.block.KeyUsage;
import io.cardloom.production.key.hsm.KeyDriver;
import io.cardloom.production.key.hsm.KeyName;
import io.cardloom.production.key.material.ClearKey;
import io.cardloom.production.key.material.KeyKind;
import io.cardloom.production.key.store.DriverPins;
import io.cardloom.production.key.store.MailerPrinter;
import io.cardloom.production.key.store.PinKeys;
import io.cardloom.production.verification.Ibm3624;
import io.cardloom.production.verification.PinBlockFormat;
import io.cardloom.production.verification.SealedPin;
import io.cardloom.tenancy.refusal.Refusal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/**
 * The contract, and PINs: whoever holds them, a device or this process, the same come of the same
 * keys. The printer of mailers is by the JDK's ciphers alone.
 */
public abstract class PinContract extends CardContract {

    private static final byte[] KEY = hex("0123456789ABCDEFFEDCBA9876543210");
    private static final String TABLE = "1234567890123456";

    /** The published account of the vectors, but for its check digit, which takes no part. */
    private final Pan pan = Pan.withCheckDigit("112233445566778");

    /**
     * knovichikhin/psec tests/test_pin.py: 5518 is natural by digits 0 to 13, 3675 by 1 to 14, so
     * that the offset of the first to the second is 2943.
     */
    @Test
    void makesNaturalPinsAndWhatTheyAreCheckedBy() {
        PinKeys.Session session = pins(driver(), KeyKind.TDEA_DOUBLE).session();
        Ibm3624 rule = new Ibm3624(TABLE, 0, 14, 'F');
        SealedPin pin = session.natural(pan, rule, 4);
        assertThat(session.offset(pin, pan, rule)).isEqualTo("0000");
        assertThat(session.offset(pin, pan, new Ibm3624(TABLE, 1, 14, '1'))).isEqualTo("2943");
        assertThat(printed(session, pin)).isEqualTo("5518");
        assertThat(session.pinVerificationValue(pin, pan, 1))
                .isEqualTo(DriverPins.verificationValue(KEY, pan.digits(), "5518"));
        assertThat(printed(session, session.natural(pan, rule, 9))).startsWith("5518").hasSize(9);
    }

    @Test
    void drawsPinsThatOpenForTheirAccountOnly() {
        DriverPins pins = pins(driver(), KeyKind.TDEA_DOUBLE);
        PinKeys.Session session = pins.session();
        Ibm3624 rule = new Ibm3624(TABLE, 0, 14, 'F');
        Set<String> drawn = new HashSet<>();
        for (int digits = 4; digits <= 12; digits++) {
            SealedPin pin = session.drawn(pan, digits);
            String clear = printed(session, pin);
            assertThat(clear).hasSize(digits);
            drawn.add(clear);
            SealedPin kept = new SealedPin(pin.bytes());
            assertThat(pins.session().pinVerificationValue(kept, pan, 1))
                    .isEqualTo(DriverPins.verificationValue(KEY, pan.digits(), clear));
            String offset = pins.session().offset(kept, pan, rule);
            assertThat(offset).hasSize(digits);
            assertThat(sum(printed(session, session.natural(pan, rule, digits)), offset))
                    .isEqualTo(clear);
            Pan other = Pan.withCheckDigit("112233445566779");
            refused("PIN_SEAL", () -> session.pinVerificationValue(pin, other, 1));
        }
        assertThat(drawn).hasSize(9);
        refused("PIN_LENGTH", () -> session.drawn(pan, 13));
        refused(
                "PIN_KEY_INDEX",
                () -> session.pinVerificationValue(session.drawn(pan, 4), pan, 10));
    }

    @Test
    void makesPinsForTheShortestAndTheLongestAccountNumbers() {
        PinKeys.Session session = pins(driver(), KeyKind.TDEA_DOUBLE).session();
        for (String digits : Set.of("11223344556", "112233445566778899")) {
            Pan account = Pan.withCheckDigit(digits);
            SealedPin pin = session.drawn(account, 4);
            String block =
                    HexFormat.of().formatHex(session.block(pin, account, PinBlockFormat.ISO_0));
            String clear =
                    new MailerPrinter(PinBlockFormat.ISO_0, KEY).pin(block, account.digits());
            assertThat(session.pinVerificationValue(pin, account, 1))
                    .isEqualTo(DriverPins.verificationValue(KEY, account.digits(), clear));
        }
    }

    @Test
    void takesPinsInAndMakesBlocksOfAesOrSaysThatItDoesNot() {
        DriverPins pins = pins(driver(), KeyKind.TDEA_DOUBLE);
        PinKeys.Session session = pins.session();
        SealedPin pin = session.drawn(pan, 6);
        byte[] block = session.block(pin, pan, PinBlockFormat.ISO_0);
        if (unable().contains(Ability.TAKE_PIN_BLOCKS)) {
            assertUnable(() -> session.received(block, pan, PinBlockFormat.ISO_0));
        } else {
            SealedPin taken = session.received(block, pan, PinBlockFormat.ISO_0);
            assertThat(session.block(taken, pan, PinBlockFormat.ISO_0)).isEqualTo(block);
        }
        refused("PIN_KEY_KIND", () -> session.block(pin, pan, PinBlockFormat.ISO_4));
        PinKeys.Session later = pins(driver(), KeyKind.AES_128).session();
        SealedPin other = later.drawn(pan, 4);
        refused("PIN_KEY_KIND", () -> later.block(other, pan, PinBlockFormat.ISO_0));
        if (unable().contains(Ability.MAKE_PIN_BLOCKS_OF_AES)) {
            assertUnable(() -> later.transportCheckValue(PinBlockFormat.ISO_4));
            assertUnable(() -> later.block(other, pan, PinBlockFormat.ISO_4));
            assertUnable(() -> session.block(pin, pan, PinBlockFormat.ISO_3));
        } else {
            byte[] four = later.block(other, pan, PinBlockFormat.ISO_4);
            assertThat(
                            new MailerPrinter(PinBlockFormat.ISO_4, KEY)
                                    .pin(HexFormat.of().formatHex(four), pan.digits()))
                    .hasSize(4);
        }
    }

    /** ISO 9564-1, 9.3.2 and 9.3.3, opened by the JDK's cipher. */
    @Test
    void putsPinsOnChipsOrSaysThatItDoesNot() throws Exception {
        DriverPins pins = pins(driver(), KeyKind.TDEA_DOUBLE);
        SealedPin pin = pins.session().natural(pan, new Ibm3624(TABLE, 0, 14, 'F'), 4);
        if (unable().contains(Ability.PUT_PINS_ON_CHIPS)) {
            assertUnable(() -> pins.session().chipBlock(pin, pan, PinBlockFormat.ISO_1));
            return;
        }
        refused("KEY_MISSING", () -> pins.session().chipBlock(pin, pan, PinBlockFormat.ISO_1));
        bring(pins, KeyUsage.CHIP_PERSONALIZATION, KeyKind.TDEA_DOUBLE);
        PinKeys.Session session = pins.session();
        Cipher cipher = Cipher.getInstance("DESede/ECB/NoPadding");
        byte[] whole = Arrays.copyOf(KEY, 24);
        System.arraycopy(KEY, 0, whole, 16, 8);
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(whole, "DESede"));
        HexFormat hex = HexFormat.of();
        assertThat(hex.formatHex(cipher.doFinal(session.chipBlock(pin, pan, PinBlockFormat.ISO_2))))
                .isEqualTo("245518ffffffffff");
        Set<String> filled = new HashSet<>();
        for (int i = 0; i < 4; i++) {
            byte[] one = session.chipBlock(pin, pan, PinBlockFormat.ISO_1);
            assertThat(hex.formatHex(cipher.doFinal(one))).startsWith("145518");
            filled.add(hex.formatHex(one));
        }
        assertThat(filled).as("filled at random").hasSize(4);
    }

    @Test
    void makesNoPinsWithoutTheKeysThatCustodiansActivate() {
        PinKeys.Session session = new DriverPins(tenant, driver(), Path.of("none")).session();
        Ibm3624 rule = new Ibm3624(TABLE, 0, 14, 'F');
        SealedPin pin = session.drawn(pan, 4);
        refused("KEY_MISSING", () -> session.natural(pan, rule, 4));
        refused("KEY_MISSING", () -> session.offset(pin, pan, rule));
        refused("KEY_MISSING", () -> session.pinVerificationValue(pin, pan, 1));
        refused("KEY_MISSING", () -> session.transportCheckValue(PinBlockFormat.ISO_0));
    }

    /** All three uses have the key of the vectors; another process sees the same device. */
    private DriverPins pins(KeyDriver driver, KeyKind transport) {
        DriverPins pins = new DriverPins(tenant, driver, Path.of("none"));
        bring(pins, KeyUsage.PIN_OFFSET, KeyKind.TDEA_DOUBLE);
        bring(pins, KeyUsage.PIN_VERIFICATION_VALUE, KeyKind.TDEA_DOUBLE);
        bring(pins, KeyUsage.PIN_ENCRYPTION, transport);
        return pins;
    }

    private void bring(DriverPins pins, KeyUsage usage, KeyKind kind) {
        KeyName name = name();
        try (ClearKey key = new ClearKey(kind, KEY.clone())) {
            bring(name, usage, key);
            pins.activate(usage, kind, name, key.checkValue());
        }
    }

    private String printed(PinKeys.Session session, SealedPin pin) {
        byte[] block = session.block(pin, pan, PinBlockFormat.ISO_0);
        return new MailerPrinter(PinBlockFormat.ISO_0, KEY)
                .pin(HexFormat.of().formatHex(block), pan.digits());
    }

    private static String sum(String natural, String offset) {
        StringBuilder sum = new StringBuilder();
        for (int i = 0; i < natural.length(); i++) {
            sum.append((natural.charAt(i) - '0' + offset.charAt(i) - '0') % 10);
        }
        return sum.toString();
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo(code));
    }
}
