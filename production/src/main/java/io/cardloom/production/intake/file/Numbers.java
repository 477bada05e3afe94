package io.cardloom.production.intake.file;

import java.math.BigDecimal;
import java.util.Optional;

/** Numbers as spreadsheets and scripts keep them: in binary, good for 15 digits. */
final class Numbers {

    private static final int EXACT_DIGITS = 15;
    private static final int MOST_DECIMALS = 30;

    private Numbers() {}

    /** The number in digits; empty when it may have lost some on its way into the file. */
    static Optional<String> plain(String number) {
        try {
            BigDecimal value = new BigDecimal(number).stripTrailingZeros();
            long whole = (long) value.precision() - value.scale();
            if (whole > EXACT_DIGITS || value.scale() > MOST_DECIMALS) {
                return Optional.empty();
            }
            return Optional.of(value.toPlainString());
        } catch (NumberFormatException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    static SourceRow.Fault inexact(int column) {
        return new SourceRow.Fault(
                column,
                "NUMBER_INEXACT",
                "The value was written as a number of more than 15 digits, of which the last ones"
                        + " are lost. Write it as text: in a workbook set the column's format to"
                        + " Text before the numbers are entered, in JSON put it in quotation"
                        + " marks.");
    }
}
