package io.cardloom.production.key.store;

import io.cardloom.production.verification.PinBlockFormat;
import io.cardloom.tenancy.refusal.Refusal;
import java.util.random.RandomGenerator;

/** The fields of ISO 9564-1 PIN blocks before they are encrypted. */
final class PinField {

    static final int MIN = 4;
    static final int MAX = 12;

    private PinField() {}

    /**
     * The PIN field: format, length, digits and filling; of format 4 with eight random bytes behind
     * (ISO 9564-1, 9.3 and 9.4).
     *
     * @param pin 4 to 12 digits, each a byte from 0 to 9
     */
    static byte[] pin(PinBlockFormat format, byte[] pin, RandomGenerator random) {
        byte[] field = new byte[format.bytes()];
        put(field, 0, format.control());
        put(field, 1, pin.length);
        for (int i = 0; i < pin.length; i++) {
            put(field, 2 + i, pin[i]);
        }
        for (int i = 2 + pin.length; i < 16; i++) {
            put(field, i, filling(format, random));
        }
        for (int i = 8; i < field.length; i++) {
            field[i] = (byte) random.nextInt();
        }
        return field;
    }

    /**
     * The account number's field: of formats 0 and 3 the twelve digits left of the check digit,
     * with zeros before them; of format 4 the number of digits beyond twelve and all digits; of the
     * others zeros.
     */
    static byte[] account(PinBlockFormat format, String pan) {
        byte[] field = new byte[format.bytes()];
        switch (format) {
            case ISO_1, ISO_2 -> {}
            case ISO_0, ISO_3 -> {
                for (int i = 0; i < 12 && i < pan.length() - 1; i++) {
                    put(field, 15 - i, pan.charAt(pan.length() - 2 - i) - '0');
                }
            }
            case ISO_4 -> {
                put(field, 0, Math.max(0, pan.length() - 12));
                int zeros = Math.max(0, 12 - pan.length());
                for (int i = 0; i < pan.length(); i++) {
                    put(field, 1 + zeros + i, pan.charAt(i) - '0');
                }
            }
        }
        return field;
    }

    /**
     * The digits of a PIN field.
     *
     * @return each a byte from 0 to 9; the caller wipes them
     * @throws Refusal {@code PIN_BLOCK}
     */
    static byte[] digits(PinBlockFormat format, byte[] field) {
        int length = get(field, 1);
        boolean sound = get(field, 0) == format.control() && length >= MIN && length <= MAX;
        byte[] pin = new byte[sound ? length : 0];
        for (int i = 2; i < 16 && sound; i++) {
            int digit = get(field, i);
            if (i < 2 + length) {
                sound = digit < 10;
                pin[i - 2] = (byte) digit;
            } else {
                sound = fills(format, digit);
            }
        }
        if (!sound) {
            java.util.Arrays.fill(pin, (byte) 0);
            throw refused();
        }
        return pin;
    }

    static Refusal refused() {
        return Refusal.invalid(
                "PIN_BLOCK",
                "The PIN block does not fit its format, its key and its account number. Ask the"
                        + " sender to check all three and to send it again.");
    }

    private static int filling(PinBlockFormat format, RandomGenerator random) {
        return switch (format) {
            case ISO_0, ISO_2 -> 0xF;
            case ISO_1 -> random.nextInt(16);
            case ISO_3 -> random.nextInt(0xA, 0x10);
            case ISO_4 -> 0xA;
        };
    }

    private static boolean fills(PinBlockFormat format, int digit) {
        return switch (format) {
            case ISO_0, ISO_2 -> digit == 0xF;
            case ISO_1 -> true;
            case ISO_3 -> digit >= 0xA;
            case ISO_4 -> digit == 0xA;
        };
    }

    private static void put(byte[] field, int place, int digit) {
        field[place / 2] |= (byte) (place % 2 == 0 ? digit << 4 : digit);
    }

    private static int get(byte[] field, int place) {
        return place % 2 == 0 ? field[place / 2] >> 4 & 0xF : field[place / 2] & 0xF;
    }
}
