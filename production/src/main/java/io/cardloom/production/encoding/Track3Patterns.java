package io.cardloom.production.encoding;

import io.cardloom.production.magstripe.Track3Format;

/**
 * What a program's track 3 says beside account number, expiry and card sequence number, as people
 * write it; checked when it is saved.
 *
 * @param currency ISO 4217, three digits; 000 keeps the card from interchange
 * @param exponent of the currency, one digit
 * @param cycle amount authorized a cycle, amount remaining, cycle begin, cycle length: 14 digits
 * @param retryCount one digit
 * @param interchangeControl one digit
 * @param accountTypes type of account and service restriction of three accounts: six digits
 * @param additional behind all of it, digits and names as on the other tracks; 44 digits at most
 */
public record Track3Patterns(
        String currency,
        String exponent,
        String cycle,
        String retryCount,
        String interchangeControl,
        String accountTypes,
        String additional) {

    /** The house's own: kept from interchange, no amounts, three tries of a PIN. */
    public static final Track3Patterns USUAL = of(Track3Format.USUAL);

    static Track3Patterns of(Track3Format format) {
        return new Track3Patterns(
                format.currency(),
                format.exponent(),
                format.cycle(),
                format.retryCount(),
                format.interchangeControl(),
                format.accountTypes(),
                format.additional().text());
    }

    Track3Format format() {
        return Track3Format.of(
                currency,
                exponent,
                cycle,
                retryCount,
                interchangeControl,
                accountTypes,
                additional);
    }

    /** The fields in their order with a blank between them. */
    public String text() {
        return String.join(
                " ",
                currency,
                exponent,
                cycle,
                retryCount,
                interchangeControl,
                accountTypes,
                additional);
    }
}
