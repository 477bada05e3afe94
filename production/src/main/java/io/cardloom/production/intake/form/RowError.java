package io.cardloom.production.intake.form;

/**
 * Why one row is not accepted, or what was noticed about it. Never holds a value of the row.
 *
 * @param line of the file, counted from 1, where the row begins; the header is line 1
 * @param column our word for the column; empty when the row as a whole is meant
 * @param code a stable word such as {@code PAN_LUHN}
 * @param sentence what is wrong and what would pass
 */
public record RowError(int line, String column, String code, String sentence) {}
