package io.cardloom.production.magstripe;

import io.cardloom.production.accountdata.AccountRecord;
import io.cardloom.production.magstripe.DiscretionaryPattern.Value;
import io.cardloom.tenancy.refusal.Refusal;
import java.util.function.Function;

/**
 * What a program's track 3 says beside account number, expiry and card sequence number (ISO/IEC
 * 4909:2006, format code 01). PIN parameters, security number, subsidiary accounts and crypto check
 * digits are absent; the relay marker is 0.
 *
 * @param currency ISO 4217, three digits; 000 keeps the card from interchange
 * @param exponent of the currency, one digit
 * @param cycle amount authorized a cycle, amount remaining, cycle begin, cycle length: 14 digits
 * @param retryCount one digit
 * @param interchangeControl one digit
 * @param accountTypes type of account and service restriction of three accounts: six digits
 * @param additional behind all of it; 44 digits at most, so that the longest account number has
 *     room
 */
public record Track3Format(
        String currency,
        String exponent,
        String cycle,
        String retryCount,
        String interchangeControl,
        String accountTypes,
        DiscretionaryPattern additional) {

    /** Kept from interchange, no amounts, three tries of a PIN, nothing behind. */
    public static final Track3Format USUAL = of("000", "0", "0".repeat(14), "3", "0", "000000", "");

    private static final int LONGEST = 44;

    /**
     * @throws Refusal {@code STRIPE_TRACK_3}
     */
    public Track3Format {
        digits("The currency", currency, 3);
        digits("The exponent", exponent, 1);
        digits("The cycle", cycle, 14);
        digits("The retry count", retryCount, 1);
        digits("Interchange control", interchangeControl, 1);
        digits("Account types", accountTypes, 6);
    }

    /**
     * @param pinDigits how many digits PINs have, which is as many as an offset has
     * @throws Refusal {@code STRIPE_PATTERN_LENGTH}
     */
    void requireRoom(int pinDigits) {
        if (additional.length(pinDigits) > LONGEST) {
            throw Refusal.invalid(
                    "STRIPE_PATTERN_LENGTH",
                    "Additional data have room for 44 digits on track 3, beside the longest account"
                            + " number.");
        }
    }

    /**
     * @throws Refusal {@code STRIPE_TRACK_3}, {@code STRIPE_PATTERN}
     */
    public static Track3Format of(
            String currency,
            String exponent,
            String cycle,
            String retryCount,
            String interchangeControl,
            String accountTypes,
            String additional) {
        return new Track3Format(
                currency,
                exponent,
                cycle,
                retryCount,
                interchangeControl,
                accountTypes,
                new DiscretionaryPattern(additional));
    }

    /** As {@link #text} wrote it. */
    public static Track3Format parse(String text) {
        String[] parts = text.split(" ", 7);
        if (parts.length != 7) {
            throw refused("Track 3", 26);
        }
        return of(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], parts[6]);
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
                additional.text());
    }

    /**
     * The track of one card. Of a card sequence number of two digits the track holds the last.
     *
     * @param values asked for what the additional data name
     */
    public Track3 track(AccountRecord card, Function<Value, String> values) {
        return new Track3(
                card.pan(),
                currency,
                exponent,
                cycle,
                retryCount,
                "",
                interchangeControl,
                accountTypes,
                card.expiry(),
                Integer.toString(card.sequenceNumber().number() % 10),
                "",
                "",
                "",
                "0",
                "",
                additional.filled(values));
    }

    private static void digits(String name, String field, int count) {
        if (!field.matches("[0-9]{" + count + "}")) {
            throw refused(name, count);
        }
    }

    private static Refusal refused(String name, int count) {
        return Refusal.invalid(
                "STRIPE_TRACK_3",
                name + " of track 3 takes " + count + (count == 1 ? " digit." : " digits."));
    }
}
