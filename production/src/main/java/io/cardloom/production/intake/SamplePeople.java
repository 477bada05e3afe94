package io.cardloom.production.intake;

import io.cardloom.production.accountdata.AccountRecord;
import io.cardloom.production.intake.file.RowReader;
import io.cardloom.production.intake.file.RowReaders;
import io.cardloom.production.intake.file.SourceRow;
import io.cardloom.production.intake.form.ListForm;
import io.cardloom.production.intake.form.RowCheck;
import io.cardloom.production.intake.form.RowError;
import io.cardloom.production.intake.form.RowFindings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The records of {@link SampleCardholders}, read by the same checks as any list. */
public final class SamplePeople {

    private SamplePeople() {}

    /**
     * Records of people who do not exist.
     *
     * @param form of the program: whether names are in capitals, and which fields it names itself,
     *     which are filled with their name and a number
     * @return nearly as many as asked for: in capitals some names grow too long
     */
    public static List<AccountRecord> records(int count, long seed, ListForm form, YearMonth now) {
        ListForm standard =
                new ListForm(
                        ListForm.STANDARD.file(),
                        ListForm.STANDARD.sources(),
                        ListForm.STANDARD.leftOut(),
                        ListForm.STANDARD.expiry(),
                        form.capitals(),
                        ListForm.STANDARD.badRows(),
                        false);
        byte[] csv = SampleCardholders.csv(count, seed, now);
        RowCheck check = new RowCheck(standard, now, new Silent());
        List<AccountRecord> records = new ArrayList<>(count);
        try {
            RowReader reader =
                    RowReaders.of(
                            standard.file(),
                            new ByteArrayInputStream(csv),
                            () -> new ByteArrayInputStream(csv));
            check.columns(reader.columns(), 1);
            Optional<SourceRow> row = reader.next();
            while (row.isPresent()) {
                check.record(row.get())
                        .ifPresent(
                                record ->
                                        records.add(
                                                with(record, custom(form, records.size() + 1))));
                row = reader.next();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return records;
    }

    private static SortedMap<String, String> custom(ListForm form, int number) {
        SortedMap<String, String> custom = new TreeMap<>();
        form.custom().keySet().forEach(name -> custom.put(name, "SAMPLE " + number));
        return custom;
    }

    private static AccountRecord with(AccountRecord record, SortedMap<String, String> custom) {
        return new AccountRecord(
                record.pan(),
                record.sequenceNumber(),
                record.expiry(),
                record.serviceCode(),
                record.name(),
                record.secondLine(),
                record.imageId(),
                custom);
    }

    /** Nobody has to be told about people who do not exist. */
    private static final class Silent implements RowFindings {

        @Override
        public void error(RowError error) {
            // Somebody who does not exist is not missed.
        }

        @Override
        public void listError(RowError error) {
            throw new IllegalStateException(error.code());
        }

        @Override
        public void notice(RowError notice) {
            // Stripes of samples hold what stripes can hold.
        }
    }
}
