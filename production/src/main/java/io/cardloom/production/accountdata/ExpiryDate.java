package io.cardloom.production.accountdata;

import io.cardloom.tenancy.refusal.Refusal;
import java.time.YearMonth;

/**
 * The last month in which a card is good, as the stripe spells it: YYMM (ISO/IEC 7813). Years are
 * those of the century from 2000 on.
 *
 * @param yymm four digits in clear; months 01 to 12
 */
public record ExpiryDate(String yymm) {

    /**
     * @throws Refusal {@code EXPIRY_FORMAT}
     */
    public ExpiryDate {
        if (!yymm.matches("[0-9]{2}(0[1-9]|1[0-2])")) {
            throw Refusal.invalid(
                    "EXPIRY_FORMAT", "The expiry date is written YYMM, for example 2912.");
        }
    }

    /** Whether the card's last month has passed. */
    public boolean before(YearMonth month) {
        return yearMonth().isBefore(month);
    }

    /** As it is printed: MM/YY. */
    public String printed() {
        return yymm.substring(2) + "/" + yymm.substring(0, 2);
    }

    private YearMonth yearMonth() {
        return YearMonth.of(
                2000 + Integer.parseInt(yymm, 0, 2, 10), Integer.parseInt(yymm, 2, 4, 10));
    }

    @Override
    public String toString() {
        return "ExpiryDate[REDACTED]";
    }
}
