package io.cardloom.production.intake.form;

import io.cardloom.production.accountdata.AccountRecord;
import io.cardloom.production.accountdata.Pan;
import io.cardloom.production.choice.SuppliedTracks;
import io.cardloom.production.intake.file.FileForm;
import io.cardloom.production.intake.file.ReadFault;
import io.cardloom.production.intake.file.RowReader;
import io.cardloom.production.intake.file.RowReaders;
import io.cardloom.production.intake.file.SourceRow;
import io.cardloom.tenancy.refusal.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads samples and shows what a form makes of them. */
final class SampleReading {

    private static final int MOST_BYTES = 16 << 20;
    private static final int WATCHED_ROWS = 1_000;
    private static final Pattern NUMBER = Pattern.compile("[0-9](?:[ -]?[0-9]){11,18}");

    private SampleReading() {}

    static ListSample read(FileForm form, SuppliedTracks tracks, InputStream content) {
        byte[] bytes;
        try {
            bytes = content.readNBytes(MOST_BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            return read(form, tracks, bytes);
        } catch (ReadFault e) {
            throw Refusal.invalid(
                    "LIST_SAMPLE",
                    "The list cannot be read as "
                            + form.words()
                            + ", line "
                            + e.line()
                            + ": "
                            + e.sentence());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static ListSample read(FileForm form, SuppliedTracks tracks, byte[] bytes)
            throws IOException {
        RowReader reader =
                RowReaders.of(
                        form,
                        new ByteArrayInputStream(bytes),
                        () -> new ByteArrayInputStream(bytes));
        List<ListSample.Row> rows = new ArrayList<>();
        Map<Integer, ContentWatch> watches = new HashMap<>();
        Optional<SourceRow> row = reader.next();
        requireNamed(tracks, reader.columns());
        for (int i = 0; row.isPresent() && i < WATCHED_ROWS; i++) {
            watch(tracks, reader.columns(), watches, row.get());
            if (i < ListSample.MOST_ROWS) {
                rows.add(masked(tracks, reader.columns(), row.get()));
            }
            row = reader.next();
            requireNamed(tracks, reader.columns());
        }
        // A list without header has account data where its columns are called.
        return new ListSample(reader.columns().stream().map(SampleReading::masked).toList(), rows);
    }

    static ListPreview preview(
            ListForm form, SuppliedTracks tracks, ListSample sample, YearMonth now) {
        Told told = new Told();
        RowCheck check = new RowCheck(form, tracks, now, told);
        if (!check.columns(sample.columns(), 1)) {
            return new ListPreview(told.listErrors, List.of());
        }
        int account = place(form, sample, ListColumn.PAN);
        int name = place(form, sample, ListColumn.CARDHOLDER_NAME);
        List<ListPreview.Row> rows = new ArrayList<>();
        for (ListSample.Row row : sample.rows()) {
            told.rowErrors.clear();
            Optional<AccountRecord> record = check.record(standingIn(row, account));
            List<RowError> errors = new ArrayList<>(told.rowErrors);
            @Nullable RowError fault = cell(row, account).accountFault();
            if (fault != null && cell(row, account).fault() == null) {
                errors.addFirst(fault);
            }
            rows.add(
                    row(
                            row,
                            cell(row, account).shown(),
                            cell(row, name).shown(),
                            record.filter(r -> errors.isEmpty()),
                            errors));
        }
        return new ListPreview(told.listErrors, rows);
    }

    private static ListPreview.Row row(
            ListSample.Row row,
            String account,
            String given,
            Optional<AccountRecord> record,
            List<RowError> errors) {
        return new ListPreview.Row(
                row.line(),
                account,
                given,
                record.map(r -> r.name().printed()).orElse(""),
                record.map(r -> r.name().encoded()).orElse(""),
                record.map(SampleReading::isAltered).orElse(false),
                record.map(r -> r.expiry().printed()).orElse(""),
                record.map(AccountRecord::secondLine).orElse(""),
                record.map(AccountRecord::custom).orElse(Collections.emptySortedMap()),
                errors);
    }

    /** What track 1 says of the name was said by the issuer. */
    private static boolean isAltered(AccountRecord record) {
        return record.tracks().track1().isEmpty() && record.name().isAltered();
    }

    /** The row with a number in the place of the masked one, so that the others can be checked. */
    private static SourceRow standingIn(ListSample.Row row, int account) {
        List<String> values = new ArrayList<>();
        List<SourceRow.Fault> faults = new ArrayList<>();
        for (int i = 0; i < row.cells().size(); i++) {
            ListSample.Cell cell = row.cells().get(i);
            values.add(i == account ? SampleTracks.ACCOUNT : cell.checked());
            if (cell.fault() != null) {
                faults.add(new SourceRow.Fault(i, cell.fault().code(), cell.fault().sentence()));
            }
        }
        return new SourceRow(row.line(), values, faults);
    }

    private static int place(ListForm form, ListSample sample, ListColumn column) {
        String wanted = form.column(column).orElse("");
        for (int i = 0; i < sample.columns().size(); i++) {
            if (ListForm.named(sample.columns().get(i)).equals(wanted)) {
                return i;
            }
        }
        return -1;
    }

    private static ListSample.Cell cell(ListSample.Row row, int place) {
        return place < 0 || place >= row.cells().size()
                ? new ListSample.Cell("", "", null, null)
                : row.cells().get(place);
    }

    private static ListSample.Row masked(
            SuppliedTracks tracks, List<String> columns, SourceRow row) {
        List<ListSample.Cell> cells = new ArrayList<>();
        for (int i = 0; i < row.values().size(); i++) {
            String value = row.values().get(i);
            boolean track = SampleTracks.isTrack(tracks, name(columns, i), value);
            cells.add(
                    new ListSample.Cell(
                            track ? SampleTracks.shown(value) : masked(value),
                            track ? SampleTracks.standIn(row, value) : masked(value),
                            fault(row, i),
                            accountFault(row.line(), value.strip())));
        }
        return new ListSample.Row(row.line(), cells);
    }

    private static @Nullable RowError fault(SourceRow row, int column) {
        return row.faults().stream()
                .filter(f -> f.column() == column || f.column() == SourceRow.WHOLE_ROW)
                .map(f -> new RowError(row.line(), "", f.code(), f.sentence()))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable RowError accountFault(int line, String text) {
        try {
            return new Pan(text.replace(" ", "")).digits().isEmpty()
                    ? new RowError(line, ListColumn.PAN.word(), "PAN_DIGITS", "")
                    : null;
        } catch (Refusal e) {
            return new RowError(line, ListColumn.PAN.word(), e.code(), e.sentence());
        }
    }

    /** Whatever is long enough for an account number, right or wrong, loses its middle. */
    private static String masked(String text) {
        return NUMBER.matcher(text).replaceAll(SampleReading::masked);
    }

    private static String masked(java.util.regex.MatchResult number) {
        String digits = number.group().replaceAll("[ -]", "");
        return Matcher.quoteReplacement(
                digits.substring(0, 6)
                        + "*".repeat(digits.length() - 10)
                        + digits.substring(digits.length() - 4));
    }

    private static String name(List<String> columns, int place) {
        return place < columns.size() ? columns.get(place) : "";
    }

    private static void requireNamed(SuppliedTracks tracks, List<String> columns) {
        for (String column : columns) {
            // A list whose first row is no header, though the form says so.
            if (Forbidden.isTrack(column)) {
                throw Forbidden.refusal("track");
            }
            (tracks == SuppliedTracks.NONE
                            ? Forbidden.named(column)
                            : Forbidden.beyondTracks(column))
                    .ifPresent(
                            what -> {
                                throw Forbidden.refusal(what);
                            });
        }
    }

    private static void watch(
            SuppliedTracks tracks,
            List<String> columns,
            Map<Integer, ContentWatch> watches,
            SourceRow row) {
        for (int i = 0; i < row.values().size(); i++) {
            if (SampleTracks.isTrack(tracks, name(columns, i), row.values().get(i))) {
                continue;
            }
            if (Forbidden.isTrack(row.values().get(i))) {
                throw Forbidden.refusal("track");
            }
            watches.computeIfAbsent(i, n -> new ContentWatch())
                    .see(row.values().get(i))
                    .ifPresent(
                            what -> {
                                throw Forbidden.refusal(what);
                            });
        }
    }

    private static final class Told implements RowFindings {

        private final List<RowError> rowErrors = new ArrayList<>();
        private final List<RowError> listErrors = new ArrayList<>();

        @Override
        public void error(RowError error) {
            rowErrors.add(error);
        }

        @Override
        public void listError(RowError error) {
            listErrors.add(error);
        }

        @Override
        public void notice(RowError notice) {
            // The preview shows both names.
        }
    }
}
