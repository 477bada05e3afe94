package io.cardloom.production.intake;

import io.cardloom.production.document.DocumentProgram;
import io.cardloom.production.document.entry.DocumentEntry;
import io.cardloom.production.document.entry.EntryCheck;
import io.cardloom.production.document.entry.EntryField;
import io.cardloom.production.intake.file.ReadFault;
import io.cardloom.production.intake.file.RowReader;
import io.cardloom.production.intake.file.RowReaders;
import io.cardloom.production.intake.file.SourceRow;
import io.cardloom.production.intake.form.BadRows;
import io.cardloom.production.intake.form.RowError;
import io.cardloom.production.vault.Deposit;
import io.cardloom.tenancy.refusal.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads one list of identity documents to its end: JSON, an object a document, whose keys are those
 * of {@link EntryField}. Memory is that of one batch, which pictures make small.
 */
final class DocumentReading implements ListTaking.Reading {

    private static final int BATCH = 100;
    private static final int BATCH_BYTES = 4 * 1024 * 1024;

    /** More than any picture is in base64, so that one that is too large is told by its row. */
    private static final int LONGEST = 1_000_000;

    private final DocumentProgram program;
    private final BadRows badRows;
    private final RowReaders.Source source;
    private final Storing storing;
    private final RowRule rule;
    private final EntryCheck check;
    private final Findings findings = new Findings();
    private final List<EntryField> columns = new ArrayList<>();
    private final List<DocumentEntry> batch = new ArrayList<>(BATCH);
    private final List<Integer> lines = new ArrayList<>(BATCH);
    private long bytes;
    private int batchBytes;
    private int line;

    /** Where good documents go. */
    interface Storing {
        /**
         * Stores documents, and notes how far the reading is.
         *
         * @return what was not stored, by index in the batch
         * @throws Refusal {@code INTAKE_CANCELLED}
         */
        Map<Integer, Deposit.Duplicate> store(
                List<DocumentEntry> batch, Findings findings, long bytes);
    }

    DocumentReading(
            DocumentProgram program,
            BadRows badRows,
            RowReaders.Source source,
            LocalDate today,
            RowRule rule,
            Storing storing) {
        this.program = program;
        this.badRows = badRows;
        this.source = source;
        this.storing = storing;
        this.rule = rule;
        this.check = new EntryCheck(program, today, this::fault);
    }

    /**
     * @throws Refusal {@code INTAKE_CANCELLED}
     */
    @Override
    public Findings read() throws IOException {
        try (InputStream content = new CountedBytes(source.open(), read -> bytes += read)) {
            read(RowReaders.json(content, LONGEST));
        } catch (ReadFault e) {
            findings.listError(new RowError(e.line(), "", e.code(), e.sentence()));
        } finally {
            batch.clear();
        }
        return findings;
    }

    private void read(RowReader reader) throws IOException {
        Optional<SourceRow> row = reader.next();
        while (row.isPresent()) {
            line = row.get().line();
            if (!columns(reader.columns()) || !take(row.get())) {
                return;
            }
            row = reader.next();
        }
        flush();
        if (findings.rows() == 0) {
            findings.listError(
                    new RowError(1, "", "FILE_EMPTY", "The file has no documents in it."));
        }
    }

    /** Rows may bring keys that none before them had. */
    private boolean columns(List<String> names) {
        for (int i = columns.size(); i < names.size(); i++) {
            Optional<EntryField> field = EntryField.of(names.get(i));
            if (field.isEmpty() || columns.contains(field.get())) {
                findings.listError(
                        new RowError(
                                line,
                                "",
                                field.isEmpty() ? "COLUMN_UNKNOWN" : "COLUMN_TWICE",
                                "Key "
                                        + (i + 1)
                                        + " of the rows is none that a document has, or is there"
                                        + " twice. A document has: "
                                        + Arrays.stream(EntryField.values())
                                                .map(EntryField::word)
                                                .collect(Collectors.joining(", "))
                                        + "."));
                return false;
            }
            columns.add(field.get());
        }
        return true;
    }

    private boolean take(SourceRow row) {
        findings.row();
        if (findings.rows() > Intake.MOST_ROWS) {
            findings.listError(
                    new RowError(
                            line,
                            "",
                            "ROWS_TOO_MANY",
                            "A file has at most " + Intake.MOST_ROWS + " rows; split it."));
            return false;
        }
        if (isReadable(row)) {
            check.document(fields(row)).filter(this::keepsRule).ifPresent(this::add);
        }
        if (lines.size() == BATCH || batchBytes >= BATCH_BYTES) {
            flush();
        }
        return true;
    }

    private boolean isReadable(SourceRow row) {
        for (SourceRow.Fault fault : row.faults()) {
            String column =
                    fault.column() == SourceRow.WHOLE_ROW ? "" : columns.get(fault.column()).word();
            findings.error(new RowError(line, column, fault.code(), fault.sentence()));
        }
        return row.faults().isEmpty();
    }

    private Map<EntryField, String> fields(SourceRow row) {
        Map<EntryField, String> fields = new EnumMap<>(EntryField.class);
        for (int i = 0; i < row.values().size(); i++) {
            fields.put(columns.get(i), row.values().get(i).strip());
        }
        return fields;
    }

    private boolean keepsRule(EntryCheck.Checked document) {
        List<RowRule.Fault> faults = rule.faults(document.record(), program.profile().format());
        faults.forEach(f -> fault(f.column(), f.reason()));
        return faults.isEmpty();
    }

    private void add(EntryCheck.Checked document) {
        notices(document);
        // Once a row is wrong of a list that is taken whole or not at all, none needs storing.
        if (findings.errorCount() > 0 && badRows == BadRows.HOLD_FILE) {
            return;
        }
        batch.add(document.entry());
        lines.add(line);
        batchBytes += document.entry().size();
    }

    private void notices(EntryCheck.Checked document) {
        if (document.isTransliterated()) {
            notice(
                    "NAME_TRANSLITERATED",
                    "The machine readable zone cannot hold this name as it is printed; letters were"
                            + " replaced after ICAO 9303. Give zone_name to decide yourself.");
        }
        if (check.isCut(document)) {
            notice(
                    "NAME_CUT",
                    "The machine readable zone has no room for all of this name and holds the"
                            + " beginning of it. Give zone_name to decide yourself.");
        }
    }

    private void notice(String code, String sentence) {
        findings.notice(new RowError(line, EntryField.PRIMARY_NAME.word(), code, sentence));
    }

    private void fault(String column, Refusal reason) {
        findings.error(new RowError(line, column, reason.code(), reason.sentence()));
    }

    private void flush() {
        Map<Integer, Deposit.Duplicate> refused = storing.store(batch, findings, bytes);
        refused.forEach((index, duplicate) -> duplicate(lines.get(index), duplicate));
        batch.clear();
        lines.clear();
        batchBytes = 0;
    }

    private void duplicate(int where, Deposit.Duplicate duplicate) {
        boolean inFile = duplicate == Deposit.Duplicate.IN_FILE;
        findings.error(
                new RowError(
                        where,
                        EntryField.DOCUMENT_NUMBER.word(),
                        inFile ? "DUPLICATE_IN_FILE" : "DUPLICATE_IN_PROGRAM",
                        inFile
                                ? "An earlier row has the same issuing State and document number."
                                : "A document of this issuing State and number is in production for"
                                        + " this program already."));
    }
}
