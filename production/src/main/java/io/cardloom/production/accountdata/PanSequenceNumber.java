package io.cardloom.production.accountdata;

import io.cardloom.tenancy.refusal.Refusal;

/**
 * Tells cards of one account number apart (EMV Book 3, tag 5F34).
 *
 * @param number 0 to 99; 0 when the issuer does not use it
 */
public record PanSequenceNumber(int number) {

    public static final PanSequenceNumber NONE = new PanSequenceNumber(0);

    /**
     * @throws Refusal {@code PSN}
     */
    public PanSequenceNumber {
        if (number < 0 || number > 99) {
            throw unreadable();
        }
    }

    /**
     * Reads one or two digits; empty means {@link #NONE}.
     *
     * @throws Refusal {@code PSN}
     */
    public static PanSequenceNumber of(String digits) {
        if (digits.isEmpty()) {
            return NONE;
        }
        if (!digits.matches("[0-9]{1,2}")) {
            throw unreadable();
        }
        return new PanSequenceNumber(Integer.parseInt(digits));
    }

    private static Refusal unreadable() {
        return Refusal.invalid("PSN", "The card sequence number is a number from 0 to 99.");
    }
}
