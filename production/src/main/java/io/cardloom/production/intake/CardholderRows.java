package io.cardloom.production.intake;

import io.cardloom.production.accountdata.AccountRecord;
import io.cardloom.production.accountdata.CardholderName;
import io.cardloom.production.accountdata.ExpiryDate;
import io.cardloom.production.accountdata.Pan;
import io.cardloom.production.accountdata.PanSequenceNumber;
import io.cardloom.production.accountdata.ServiceCode;
import io.cardloom.production.intake.file.SourceRow;
import io.cardloom.tenancy.refusal.Refusal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Checks the header and the rows of a cardholder file. */
final class CardholderRows {

    private static final int MOST_YEARS = 20;

    private final Map<Column, Integer> places = new EnumMap<>(Column.class);
    private final YearMonth now;
    private final Findings findings;

    private CardholderRows(YearMonth now, Findings findings) {
        this.now = now;
        this.findings = findings;
    }

    /**
     * Reads the header.
     *
     * @return empty when it is wrong, which the findings tell
     * @throws Refusal {@code INTAKE_FORBIDDEN_DATA}
     */
    static Optional<CardholderRows> of(
            List<String> header, int line, YearMonth now, Findings findings) {
        header.stream()
                .map(Forbidden::named)
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(
                        what -> {
                            throw Forbidden.refusal(what);
                        });
        CardholderRows rows = new CardholderRows(now, findings);
        int errors = findings.errorCount();
        for (int i = 0; i < header.size(); i++) {
            rows.place(header.get(i), i, line);
        }
        for (Column column : Column.values()) {
            if (column.isRequired() && !rows.places.containsKey(column)) {
                findings.error(
                        new RowError(
                                line,
                                column.word(),
                                "COLUMN_MISSING",
                                "The header, the file's first line, needs the column "
                                        + column.word()
                                        + "."));
            }
        }
        return findings.errorCount() == errors ? Optional.of(rows) : Optional.empty();
    }

    private void place(String word, int index, int line) {
        Optional<Column> column = Column.of(word);
        // A file without header has account data here: the word is not repeated.
        if (column.isEmpty()) {
            findings.error(
                    new RowError(
                            line,
                            "",
                            "COLUMN_UNKNOWN",
                            "Column "
                                    + (index + 1)
                                    + " has a name that is none of "
                                    + String.join(
                                            ", ",
                                            Arrays.stream(Column.values())
                                                    .map(Column::word)
                                                    .toList())
                                    + "."));
        } else if (places.putIfAbsent(column.get(), index) != null) {
            findings.error(
                    new RowError(
                            line,
                            column.get().word(),
                            "COLUMN_TWICE",
                            "The header has the column " + column.get().word() + " twice."));
        }
    }

    /**
     * Checks one row; each of its columns that is wrong gives an error of its own.
     *
     * @return empty when anything is wrong
     * @throws Refusal {@code INTAKE_FORBIDDEN_DATA}
     */
    Optional<AccountRecord> record(SourceRow source) {
        List<String> row = source.values();
        int line = source.line();
        if (row.stream().anyMatch(Forbidden::isTrack)) {
            throw Forbidden.refusal("track");
        }
        if (!source.faults().isEmpty()) {
            source.faults()
                    .forEach(f -> findings.error(new RowError(line, "", f.code(), f.sentence())));
            return Optional.empty();
        }
        int errors = findings.errorCount();
        List<Optional<?>> fields = new ArrayList<>();
        Optional<Pan> pan = read(row, line, Column.PAN, Pan::new);
        Optional<ExpiryDate> expiry = read(row, line, Column.EXPIRY, this::expiry);
        Optional<ServiceCode> code = read(row, line, Column.SERVICE_CODE, ServiceCode::new);
        Optional<CardholderName> name = name(row, line);
        Optional<String> second = read(row, line, Column.SECOND_LINE, FreeText::line);
        Optional<PanSequenceNumber> psn = read(row, line, Column.PSN, PanSequenceNumber::of);
        Optional<String> image = read(row, line, Column.IMAGE_ID, FreeText::imageId);
        fields.addAll(List.of(pan, expiry, code, name, second, psn, image));
        if (findings.errorCount() != errors || fields.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        return Optional.of(
                new AccountRecord(
                        pan.orElseThrow(),
                        psn.orElseThrow(),
                        expiry.orElseThrow(),
                        code.orElseThrow(),
                        name.orElseThrow(),
                        second.orElseThrow(),
                        image.orElseThrow()));
    }

    private Optional<CardholderName> name(List<String> row, int line) {
        String encoded = value(row, Column.ENCODED_NAME);
        Optional<CardholderName> name =
                read(
                        row,
                        line,
                        Column.CARDHOLDER_NAME,
                        printed -> CardholderName.of(printed, encoded));
        if (encoded.isEmpty() && name.isPresent() && name.get().isAltered()) {
            findings.notice(
                    new RowError(
                            line,
                            Column.CARDHOLDER_NAME.word(),
                            "NAME_TRANSLITERATED",
                            "The stripe cannot hold this name as it is printed; letters were"
                                    + " replaced after ICAO 9303. Give encoded_name to decide"
                                    + " yourself."));
        }
        return name;
    }

    private ExpiryDate expiry(String text) {
        ExpiryDate expiry = new ExpiryDate(text);
        if (expiry.before(now)) {
            throw Refusal.invalid("EXPIRY_PAST", "The card would have expired already.");
        }
        if (!expiry.before(now.plusYears(MOST_YEARS))) {
            throw Refusal.invalid(
                    "EXPIRY_FAR", "The expiry date lies more than 20 years ahead; it is YYMM.");
        }
        return expiry;
    }

    private <T> Optional<T> read(
            List<String> row, int line, Column column, Function<String, T> reader) {
        try {
            return Optional.of(reader.apply(value(row, column)));
        } catch (Refusal e) {
            String word = e.code().startsWith("ENCODED_") ? "encoded_name" : column.word();
            findings.error(new RowError(line, word, e.code(), e.sentence()));
            return Optional.empty();
        }
    }

    private String value(List<String> row, Column column) {
        Integer place = places.get(column);
        return place == null ? "" : row.get(place).strip();
    }
}
