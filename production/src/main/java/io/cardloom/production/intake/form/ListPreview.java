package io.cardloom.production.intake.form;

import java.util.List;
import java.util.SortedMap;

/**
 * What would become of a sample's rows.
 *
 * @param problems what is wrong with the list as a whole
 * @param rows one for each row of the sample
 */
public record ListPreview(List<RowError> problems, List<Row> rows) {

    public ListPreview {
        problems = List.copyOf(problems);
        rows = List.copyOf(rows);
    }

    /**
     * One card.
     *
     * @param account the account number, masked
     * @param given the name as the list has it
     * @param printed the name as it would be printed; empty when the row is wrong
     * @param encoded the name as the stripe would carry it; empty when the row is wrong
     * @param altered whether the stripe's form is more than the printed one in capitals
     * @param expiry as it would be printed; empty when the row is wrong
     * @param secondLine as it would be printed
     * @param custom the fields that the issuer names itself
     * @param errors what is wrong with the row
     */
    public record Row(
            int line,
            String account,
            String given,
            String printed,
            String encoded,
            boolean altered,
            String expiry,
            String secondLine,
            SortedMap<String, String> custom,
            List<RowError> errors) {

        public Row {
            errors = List.copyOf(errors);
        }

        @Override
        public String toString() {
            return "Row[REDACTED]";
        }
    }
}
