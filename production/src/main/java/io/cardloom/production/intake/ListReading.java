package io.cardloom.production.intake;

import io.cardloom.production.accountdata.AccountRecord;
import io.cardloom.production.choice.SuppliedTracks;
import io.cardloom.production.intake.file.ReadFault;
import io.cardloom.production.intake.file.RowReader;
import io.cardloom.production.intake.file.RowReaders;
import io.cardloom.production.intake.file.SourceRow;
import io.cardloom.production.intake.form.BadRows;
import io.cardloom.production.intake.form.ListColumn;
import io.cardloom.production.intake.form.ListForm;
import io.cardloom.production.intake.form.RowCheck;
import io.cardloom.production.intake.form.RowError;
import io.cardloom.production.vault.Deposit;
import io.cardloom.tenancy.refusal.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one list to its end, checks each row and hands the good ones on in batches. */
final class ListReading implements ListTaking.Reading {

    private static final int BATCH = 1_000;

    private final ListForm form;
    private final RowReaders.Source source;
    private final Storing storing;
    private final RowRule rule;
    private final Findings findings = new Findings();
    private final RowCheck check;
    private final List<AccountRecord> batch = new ArrayList<>(BATCH);
    private final List<Integer> lines = new ArrayList<>(BATCH);
    private long bytes;
    private int since;

    /** Where good rows go. */
    interface Storing {
        /**
         * Stores records, and notes how far the reading is.
         *
         * @return what was not stored, by index in the batch
         * @throws Refusal {@code INTAKE_CANCELLED}
         */
        Map<Integer, Deposit.Duplicate> store(
                List<AccountRecord> batch, Findings findings, long bytes);
    }

    ListReading(ListForm form, RowReaders.Source source, YearMonth now, Storing storing) {
        this(form, SuppliedTracks.NONE, source, now, RowRule.NONE, storing);
    }

    ListReading(
            ListForm form,
            SuppliedTracks tracks,
            RowReaders.Source source,
            YearMonth now,
            RowRule rule,
            Storing storing) {
        this.rule = rule;
        this.form = form;
        this.source = source;
        this.storing = storing;
        this.check = new RowCheck(form, tracks, now, findings);
    }

    /**
     * @throws Refusal {@code INTAKE_FORBIDDEN_DATA}, {@code INTAKE_CANCELLED}
     */
    @Override
    public Findings read() throws IOException {
        try (InputStream content = new CountedBytes(source.open(), read -> bytes += read)) {
            RowReader reader = RowReaders.of(form.file(), content, source);
            read(reader);
        } catch (ReadFault e) {
            findings.listError(new RowError(e.line(), "", e.code(), e.sentence()));
        } finally {
            batch.clear();
        }
        return findings;
    }

    private void read(RowReader reader) throws IOException {
        int columns = reader.columns().size();
        if (columns > 0 && !check.columns(reader.columns(), 1)) {
            return;
        }
        Optional<SourceRow> row = reader.next();
        while (row.isPresent()) {
            if (reader.columns().size() > columns) {
                columns = reader.columns().size();
                if (!check.columns(reader.columns(), row.get().line())) {
                    return;
                }
            }
            if (!take(row.get())) {
                return;
            }
            row = reader.next();
        }
        flush();
        if (findings.rows() == 0) {
            findings.listError(
                    new RowError(1, "", "FILE_EMPTY", "The file has a header and no rows."));
        }
    }

    private boolean take(SourceRow row) {
        findings.row();
        if (findings.rows() > Intake.MOST_ROWS) {
            findings.listError(
                    new RowError(
                            row.line(),
                            "",
                            "ROWS_TOO_MANY",
                            "A file has at most " + Intake.MOST_ROWS + " rows; split it."));
            return false;
        }
        Optional<AccountRecord> record = check.record(row).filter(r -> keepsRule(r, row.line()));
        if (record.isPresent() && !isHeld()) {
            batch.add(record.get());
            lines.add(row.line());
        }
        if (++since == BATCH) {
            flush();
        }
        return true;
    }

    private boolean keepsRule(AccountRecord record, int line) {
        List<RowRule.Fault> faults = rule.faults(record);
        for (RowRule.Fault fault : faults) {
            findings.error(
                    new RowError(
                            line,
                            fault.column(),
                            fault.reason().code(),
                            fault.reason().sentence()));
        }
        return faults.isEmpty();
    }

    /** Once a row is wrong of a list that is taken whole or not at all, none needs storing. */
    private boolean isHeld() {
        return findings.errorCount() > 0 && form.badRows() == BadRows.HOLD_FILE;
    }

    private void flush() {
        since = 0;
        Map<Integer, Deposit.Duplicate> refused = storing.store(batch, findings, bytes);
        refused.forEach((index, duplicate) -> duplicate(lines.get(index), duplicate));
        batch.clear();
        lines.clear();
    }

    private void duplicate(int line, Deposit.Duplicate duplicate) {
        boolean inFile = duplicate == Deposit.Duplicate.IN_FILE;
        findings.error(
                new RowError(
                        line,
                        ListColumn.PAN.word(),
                        inFile ? "DUPLICATE_IN_FILE" : "DUPLICATE_IN_PROGRAM",
                        inFile
                                ? "An earlier row has the same account number and sequence number."
                                : "A card of this account number and sequence number is in"
                                        + " production for this program already."));
    }
}
