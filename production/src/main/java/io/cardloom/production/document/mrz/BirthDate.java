package io.cardloom.production.document.mrz;

import io.cardloom.tenancy.refusal.Refusal;
import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * A date of birth, whose parts may be unknown.
 *
 * @param year four digits; 0 when it is unknown
 * @param month 1 to 12; 0 when it is unknown
 * @param day 1 to 31; 0 when it is unknown
 */
public record BirthDate(int year, int month, int day) {

    /**
     * @throws Refusal {@code BIRTH_DATE} when there is no such day
     */
    public BirthDate {
        boolean sound = year == 0 || year >= 1800 && year <= 2999;
        try {
            // A leap year stands for an unknown one.
            LocalDate.of(year == 0 ? 2000 : year, month == 0 ? 1 : month, day == 0 ? 1 : day);
        } catch (DateTimeException e) {
            sound = false;
        }
        if (!sound) {
            throw Refusal.invalid(
                    "BIRTH_DATE",
                    "The date of birth is a day that there is; leave out what is not known of it.");
        }
    }

    public static BirthDate of(LocalDate date) {
        return new BirthDate(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }

    /** YYMMDD, fillers for unknown parts (ICAO Doc 9303-3, 4.8). */
    public String zone() {
        return part(year % 100, year == 0) + part(month, month == 0) + part(day, day == 0);
    }

    /** CCYYMMDD, zeros for unknown parts (ICAO Doc 9303-10, data group 11). */
    public String full() {
        return "%04d%02d%02d".formatted(year, month, day);
    }

    private static String part(int number, boolean unknown) {
        return unknown ? "<<" : "%02d".formatted(number);
    }

    @Override
    public String toString() {
        return "BirthDate[REDACTED]";
    }
}
