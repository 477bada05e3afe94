package io.cardloom.production.choice;

import io.cardloom.production.verification.Ibm3624;
import io.cardloom.tenancy.refusal.Refusal;

/**
 * What the PINs of a program's cards are, and how the issuer's host checks them.
 *
 * @param origin where they come from; the natural PIN is made of drawn ones' offsets too
 * @param digits how many they have, 4 to 12 (ISO 9564-1, 8.1)
 * @param keyIndex which of its PIN verification keys (PVV) the host takes, 1 to 6
 * @param table the decimalization table of IBM 3624: sixteen digits, at least eight different ones
 * @param from the first digit of the account number that takes part in the natural PIN, from 1
 * @param length how many take part, 1 to 16; account numbers that are shorter are refused
 * @param pad one hexadecimal digit that fills them up to sixteen
 */
public record PinRule(
        PinOrigin origin, int digits, int keyIndex, String table, int from, int length, char pad) {

    /** Natural PINs of four digits, of the plain table and the first twelve digits. */
    public static final PinRule USUAL = of(PinOrigin.NATURAL);

    /**
     * @throws Refusal {@code PIN_LENGTH}, {@code PIN_KEY_INDEX}, {@code PIN_RULE}
     */
    public PinRule {
        if (digits < 4 || digits > 12) {
            throw Refusal.invalid("PIN_LENGTH", "A PIN has 4 to 12 digits (ISO 9564-1).");
        }
        if (keyIndex < 1 || keyIndex > 6) {
            throw Refusal.invalid(
                    "PIN_KEY_INDEX", "The PIN verification key index is a digit from 1 to 6.");
        }
        natural(table, from, length, pad); // refuses what is no rule
    }

    /** How the natural PIN follows from an account number. */
    public Ibm3624 natural() {
        return natural(table, from, length, pad);
    }

    private static Ibm3624 natural(String table, int from, int length, char pad) {
        return new Ibm3624(table, from - 1, length, pad);
    }

    /** The usual rule of this origin. */
    public static PinRule of(PinOrigin origin) {
        return new PinRule(origin, 4, 1, "0123456789012345", 1, 12, 'F');
    }

    /** The same with PINs of so many digits. */
    public PinRule withDigits(int count) {
        return new PinRule(origin, count, keyIndex, table, from, length, pad);
    }
}
