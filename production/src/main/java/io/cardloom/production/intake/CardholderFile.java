package io.cardloom.production.intake;

import io.cardloom.production.accountdata.AccountRecord;
import io.cardloom.production.intake.file.FileForm;
import io.cardloom.production.intake.file.ReadFault;
import io.cardloom.production.intake.file.RowReader;
import io.cardloom.production.intake.file.RowReaders;
import io.cardloom.production.intake.file.SourceRow;
import io.cardloom.tenancy.refusal.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads one cardholder file. What it finds it keeps until it is asked, because while it reads
 * nobody knows yet whether the file is genuine.
 */
final class CardholderFile {

    private final YearMonth now;
    private final Predicate<AccountRecord> sink;
    private final Findings findings = new Findings();
    private final List<Integer> lines = new ArrayList<>();
    private @Nullable Refusal refusal;

    /**
     * @param sink takes a record, or says false when the file had it already
     */
    CardholderFile(YearMonth now, Predicate<AccountRecord> sink) {
        this.now = now;
        this.sink = sink;
    }

    /** Reads to the first fault that leaves nothing to read. */
    void read(InputStream content) throws IOException {
        try {
            RowReader reader =
                    RowReaders.of(
                            FileForm.STANDARD,
                            content,
                            () -> {
                                throw new IOException("the file is read once");
                            });
            Optional<CardholderRows> rows = CardholderRows.of(reader.columns(), 1, now, findings);
            if (rows.isPresent()) {
                read(reader, rows.get());
            }
        } catch (ReadFault e) {
            findings.error(new RowError(e.line(), "", e.code(), e.sentence()));
        } catch (Refusal e) {
            refusal = e;
        }
    }

    private void read(RowReader reader, CardholderRows rows) throws IOException {
        Optional<SourceRow> row = reader.next();
        while (row.isPresent()) {
            findings.row();
            int line = row.get().line();
            if (findings.rows() > Intake.MOST_ROWS) {
                findings.error(
                        new RowError(
                                line,
                                "",
                                "ROWS_TOO_MANY",
                                "A file has at most " + Intake.MOST_ROWS + " rows; split it."));
                return;
            }
            Optional<AccountRecord> record = rows.record(row.get());
            if (record.isPresent()) {
                take(record.get(), line);
            }
            row = reader.next();
        }
        if (findings.rows() == 0) {
            findings.error(new RowError(1, "", "FILE_EMPTY", "The file has a header and no rows."));
        }
    }

    private void take(AccountRecord record, int line) {
        if (sink.test(record)) {
            lines.add(line);
        } else {
            findings.error(
                    new RowError(
                            line,
                            Column.PAN.word(),
                            "DUPLICATE_IN_FILE",
                            "An earlier row has the same account number and sequence number."));
        }
    }

    /** Notes that a record which was taken is in production already. */
    void inProduction(int number) {
        findings.error(
                new RowError(
                        lines.get(number - 1),
                        Column.PAN.word(),
                        "DUPLICATE_IN_PROGRAM",
                        "A card of this account number and sequence number is in production for"
                                + " this program already."));
    }

    /**
     * What was found.
     *
     * @throws Refusal {@code INTAKE_FORBIDDEN_DATA}
     */
    Findings findings() {
        if (refusal != null) {
            throw refusal;
        }
        return findings;
    }
}
