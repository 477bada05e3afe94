package io.cardloom.production.accountdata;

import io.cardloom.tenancy.refusal.Refusal;

/**
 * A primary account number: 12 to 19 digits, the last one a Luhn check digit (ISO/IEC 7812-1).
 *
 * <p>Its text form is redacted. Keep an instance no longer than the card in hand is worked on.
 *
 * @param digits the number in clear
 */
public record Pan(String digits) {

    /** ISO/IEC 7812-1 allows up to 19 digits; payment numbers have at least 12. */
    public static final int MIN_DIGITS = 12;

    public static final int MAX_DIGITS = 19;

    /**
     * @throws Refusal {@code PAN_DIGITS}, {@code PAN_LENGTH} or {@code PAN_LUHN}; the number is not
     *     repeated in the sentence
     */
    public Pan {
        if (!digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw Refusal.invalid(
                    "PAN_DIGITS", "The account number may hold digits only, without blanks.");
        }
        if (digits.length() < MIN_DIGITS || digits.length() > MAX_DIGITS) {
            throw Refusal.invalid(
                    "PAN_LENGTH", "The account number needs 12 to 19 digits (ISO/IEC 7812).");
        }
        if (luhnSum(digits, false) % 10 != 0) {
            throw Refusal.invalid(
                    "PAN_LUHN",
                    "The account number's check digit is wrong (Luhn); a digit was mistyped.");
        }
    }

    /** The account number whose digits before the check digit are these. */
    public static Pan withCheckDigit(String withoutCheckDigit) {
        int check = (10 - luhnSum(withoutCheckDigit, true) % 10) % 10;
        return new Pan(withoutCheckDigit + check);
    }

    /** The first six and the last four digits, the most that may be shown (PCI DSS 3.4.1). */
    public String masked() {
        int hidden = digits.length() - 10;
        return digits.substring(0, 6) + "*".repeat(hidden) + digits.substring(digits.length() - 4);
    }

    @Override
    public String toString() {
        return "Pan[REDACTED]";
    }

    private static int luhnSum(String number, boolean doubleLast) {
        int sum = 0;
        boolean twice = doubleLast;
        for (int i = number.length() - 1; i >= 0; i--) {
            int digit = number.charAt(i) - '0';
            if (twice) {
                digit = digit > 4 ? 2 * digit - 9 : 2 * digit;
            }
            sum += digit;
            twice = !twice;
        }
        return sum;
    }
}
