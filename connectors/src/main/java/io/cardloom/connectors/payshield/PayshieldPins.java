package io.cardloom.connectors.payshield;

import io.cardloom.production.key.hsm.HeldPins;
import io.cardloom.production.key.hsm.KeyName;
import io.cardloom.production.key.hsm.Unable;
import io.cardloom.production.key.material.KeyAlgorithm;
import io.cardloom.production.key.material.KeyKind;
import io.cardloom.tenancy.refusal.Refusal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** PINs that the device makes and keeps to itself, encrypted under its local master key. */
final class PayshieldPins implements HeldPins {

    private static final int ACCOUNT = 12;
    private static final String PLAIN_TABLE = "0123456789012345";

    private final Function<HostCommand, byte[]> device;
    private final LmkKeys keys;
    private final @Nullable String lmk;
    private final @Nullable String lockedTable;

    /**
     * @param device asks, and gives what came behind the error of a command that did it
     * @param lockedTable the table 0123456789012345 as the device encrypted it; null when it takes
     *     tables in clear
     */
    PayshieldPins(
            Function<HostCommand, byte[]> device,
            LmkKeys keys,
            @Nullable String lmk,
            @Nullable String lockedTable) {
        this.device = device;
        this.keys = keys;
        this.lmk = lmk;
        this.lockedTable = lockedTable;
    }

    @Override
    public byte[] drawn(String pan, int digits) {
        byte[] answer = device.apply(PinCommand.draw(lmk, account(pan), digits));
        return PinAnswers.pin(answer, digits).bytes();
    }

    @Override
    public Generation generation(KeyName name) {
        String key = keys.get(name);
        return new Generation() {
            @Override
            public byte[] natural(String pan, String data, String table, int digits) {
                HostCommand command =
                        PinCommand.derive(
                                lmk, key, account(pan), rule(data, table), "0".repeat(digits));
                return PinAnswers.pin(device.apply(command), digits).bytes();
            }

            @Override
            public String offset(byte[] pin, String pan, String data, String table) {
                PinForm form = PinForm.of(pin);
                HostCommand command =
                        PinCommand.offset(lmk, key, form, account(pan), rule(data, table));
                return PinAnswers.offset(device.apply(command), form.digits());
            }
        };
    }

    @Override
    public Verification verification(KeyName name) {
        String key = keys.get(name);
        return (pin, pan, keyIndex) ->
                PinAnswers.verificationValue(
                        device.apply(
                                PinCommand.verificationValue(
                                        lmk, key, PinForm.of(pin), account(pan), keyIndex)));
    }

    @Override
    public Transport transport(KeyName name, KeyKind kind) {
        if (kind.algorithm() != KeyAlgorithm.TDEA) {
            throw formatsButZero();
        }
        String key = keys.get(name);
        return new Transport() {
            @Override
            public byte[] block(byte[] pin, String pan, int format) {
                if (format != 0) {
                    throw formatsButZero();
                }
                return PinAnswers.block(
                        device.apply(PinCommand.block(lmk, key, PinForm.of(pin), account(pan))));
            }

            @Override
            public byte[] received(byte[] block, String pan, int format) {
                throw Unable.refusal(
                        "This payment HSM does not tell how many digits a PIN has that comes in a"
                                + " block. Take a PKCS#11 token for PINs that come from outside.");
            }
        };
    }

    private PinCommand.Natural rule(String data, String table) {
        if (lockedTable == null) {
            return PinCommand.Natural.of(table, data);
        }
        if (!table.equals(PLAIN_TABLE)) {
            throw Unable.refusal(
                    "This payment HSM was given one encrypted decimalization table, which is of "
                            + PLAIN_TABLE
                            + ". Take that table, or let the device take tables in clear.");
        }
        return PinCommand.Natural.of(lockedTable, data);
    }

    /** ISO 9564-1, 9.3.2: the twelve digits left of the check digit, with zeros before them. */
    private static String account(String pan) {
        int end = pan.length() - 1;
        String digits = pan.substring(Math.max(0, end - ACCOUNT), end);
        return "0".repeat(ACCOUNT - digits.length()) + digits;
    }

    private static Refusal formatsButZero() {
        return Unable.refusal(
                "This payment HSM makes PIN blocks of ISO 9564-1 format 0 only, under a triple DES"
                        + " key. Choose that format, or take a PKCS#11 token.");
    }
}
