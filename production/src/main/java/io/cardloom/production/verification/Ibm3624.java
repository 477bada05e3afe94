package io.cardloom.production.verification;

import io.cardloom.production.accountdata.Pan;
import io.cardloom.tenancy.refusal.Refusal;

/**
 * How an issuer derives natural PINs (IBM 3624).
 *
 * @param decimalizationTable sixteen digits: what each hexadecimal digit from 0 to F becomes; at
 *     least eight different ones, because a poor table helps to guess PINs
 * @param from the first digit of the account number that takes part, from 0
 * @param length how many take part, up to 16
 * @param pad what fills them up to sixteen: one hexadecimal digit
 */
public record Ibm3624(String decimalizationTable, int from, int length, char pad) {

    private static final int DIGITS = 16;

    /**
     * @throws Refusal {@code PIN_RULE}
     */
    public Ibm3624 {
        boolean sound =
                decimalizationTable.matches("[0-9]{16}")
                        && decimalizationTable.chars().distinct().count() >= 8
                        && from >= 0
                        && length >= 1
                        && length <= DIGITS
                        && Character.digit(pad, DIGITS) >= 0
                        && pad < 128;
        if (!sound) {
            throw Refusal.invalid(
                    "PIN_RULE",
                    "The rule for natural PINs needs a table of sixteen digits, at least eight of"
                            + " them different, a place in the account number of 1 to 16 digits"
                            + " and one hexadecimal digit that fills it up.");
        }
    }

    /**
     * The sixteen hexadecimal digits that are encrypted.
     *
     * @throws Refusal {@code PIN_RULE} when the account number is too short for the place
     */
    public String validationData(Pan pan) {
        return validationData(pan.digits());
    }

    /** The same from digits that need not be an account number. */
    public String validationData(String digits) {
        if (from + length > digits.length()) {
            throw Refusal.invalid(
                    "PIN_RULE",
                    "The rule for natural PINs names digits that this account number does not"
                            + " have.");
        }
        return digits.substring(from, from + length) + String.valueOf(pad).repeat(DIGITS - length);
    }
}
