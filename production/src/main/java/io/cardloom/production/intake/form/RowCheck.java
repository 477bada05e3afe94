package io.cardloom.production.intake.form;

import io.cardloom.production.accountdata.AccountRecord;
import io.cardloom.production.accountdata.CardholderName;
import io.cardloom.production.accountdata.ExpiryDate;
import io.cardloom.production.accountdata.Pan;
import io.cardloom.production.accountdata.PanSequenceNumber;
import io.cardloom.production.accountdata.ServiceCode;
import io.cardloom.production.choice.SuppliedTracks;
import io.cardloom.production.intake.file.SourceRow;
import io.cardloom.tenancy.refusal.Refusal;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Checks the rows of one list by its form. */
public final class RowCheck {

    private static final int MOST_YEARS = 20;

    private final ListForm form;
    private final SuppliedTracks tracks;
    private final YearMonth now;
    private final RowFindings findings;
    private final ColumnPlaces places;
    private boolean wrong;

    /** Of a list that brings no tracks. */
    public RowCheck(ListForm form, YearMonth now, RowFindings findings) {
        this(form, SuppliedTracks.NONE, now, findings);
    }

    /**
     * @param tracks which tracks come with the list
     */
    public RowCheck(ListForm form, SuppliedTracks tracks, YearMonth now, RowFindings findings) {
        this.form = form;
        this.tracks = tracks;
        this.now = now;
        this.findings = findings;
        this.places = new ColumnPlaces(form, tracks, findings);
    }

    /**
     * Reads what the columns are called; to be asked again when columns have come in addition.
     *
     * @return whether rows can be told apart by them; if not, the findings say why
     * @throws Refusal {@code INTAKE_FORBIDDEN_DATA}
     */
    public boolean columns(List<String> names, int line) {
        return places.read(names, line);
    }

    /**
     * Checks one row; each of its columns that is wrong gives an error of its own.
     *
     * @return empty when anything is wrong
     * @throws Refusal {@code INTAKE_FORBIDDEN_DATA}
     */
    public Optional<AccountRecord> record(SourceRow row) {
        wrong = false;
        places.watch(row.values());
        for (SourceRow.Fault fault : row.faults()) {
            if (places.matters(fault.column())) {
                error(row.line(), places.word(fault.column()), fault.code(), fault.sentence());
            }
        }
        if (wrong) {
            return Optional.empty();
        }
        RowTracks supplied =
                new RowTracks(
                        tracks,
                        column -> value(row, column),
                        (column, code, sentence) ->
                                error(row.line(), column.word(), code, sentence));
        Optional<Pan> pan = read(row, ListColumn.PAN, RowCheck::pan);
        Optional<ExpiryDate> expiry = read(row, ListColumn.EXPIRY, this::expiry);
        Optional<ServiceCode> code = read(row, ListColumn.SERVICE_CODE, ServiceCode::new);
        Optional<CardholderName> name = name(row, supplied);
        Optional<String> second = read(row, ListColumn.SECOND_LINE, FreeText::line);
        Optional<PanSequenceNumber> psn = read(row, ListColumn.PSN, PanSequenceNumber::of);
        Optional<String> image = read(row, ListColumn.IMAGE_ID, FreeText::imageId);
        SortedMap<String, String> custom = custom(row);
        pan.ifPresent(supplied::matchPan);
        expiry.ifPresent(supplied::matchExpiry);
        code.ifPresent(supplied::matchServiceCode);
        psn.filter(n -> !value(row, ListColumn.PSN).isEmpty()).ifPresent(supplied::matchSequence);
        if (wrong) {
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
                        image.orElseThrow(),
                        custom,
                        supplied.data()));
    }

    private SortedMap<String, String> custom(SourceRow row) {
        SortedMap<String, String> values = new TreeMap<>();
        for (String field : form.custom().keySet()) {
            try {
                values.put(field, FreeText.custom(value(row, places.ofCustom(field))));
            } catch (Refusal e) {
                error(row.line(), field, e.code(), e.sentence());
            }
        }
        return values;
    }

    /** Track 1, where it is supplied, says how the stripe writes the name unless the row does. */
    private Optional<CardholderName> name(SourceRow row, RowTracks supplied) {
        String said = value(row, ListColumn.ENCODED_NAME);
        String encoded = said.isEmpty() ? supplied.name() : said;
        Optional<CardholderName> name =
                read(
                        row,
                        ListColumn.CARDHOLDER_NAME,
                        (said.isEmpty() && !encoded.isEmpty()
                                        ? ListColumn.TRACK_1
                                        : ListColumn.ENCODED_NAME)
                                .word(),
                        printed ->
                                CardholderName.of(
                                        form.capitals()
                                                ? printed.toUpperCase(Locale.ROOT)
                                                : printed,
                                        encoded));
        name.ifPresent(n -> supplied.matchName(n, !said.isEmpty()));
        if (encoded.isEmpty() && name.isPresent() && name.get().isAltered()) {
            findings.notice(
                    new RowError(
                            row.line(),
                            ListColumn.CARDHOLDER_NAME.word(),
                            "NAME_TRANSLITERATED",
                            "The stripe cannot hold this name as it is printed; letters were"
                                    + " replaced after ICAO 9303. Give encoded_name to decide"
                                    + " yourself."));
        }
        return name;
    }

    /** Blanks between groups are how people write account numbers. */
    private static Pan pan(String text) {
        return new Pan(text.indexOf(' ') < 0 ? text : text.replace(" ", ""));
    }

    private ExpiryDate expiry(String text) {
        ExpiryDate expiry = form.expiry().read(text);
        if (expiry.before(now)) {
            throw Refusal.invalid("EXPIRY_PAST", "The card would have expired already.");
        }
        if (!expiry.before(now.plusYears(MOST_YEARS))) {
            throw Refusal.invalid(
                    "EXPIRY_FAR",
                    "The expiry date lies more than 20 years ahead; it is written "
                            + form.expiry().words()
                            + ".");
        }
        return expiry;
    }

    private <T> Optional<T> read(SourceRow row, ListColumn column, Function<String, T> reader) {
        return read(row, column, column.word(), reader);
    }

    /**
     * @param encoded where the stripe's form of a name comes from
     */
    private <T> Optional<T> read(
            SourceRow row, ListColumn column, String encoded, Function<String, T> reader) {
        try {
            return Optional.of(reader.apply(value(row, column)));
        } catch (Refusal e) {
            String word = e.code().startsWith("ENCODED_") ? encoded : column.word();
            error(row.line(), word, e.code(), e.sentence());
            return Optional.empty();
        }
    }

    private String value(SourceRow row, ListColumn column) {
        int place = places.of(column);
        return place < 0 ? form.constant(column) : value(row, place);
    }

    private static String value(SourceRow row, int place) {
        return place >= 0 && place < row.values().size() ? row.values().get(place).strip() : "";
    }

    private void error(int line, String column, String code, String sentence) {
        wrong = true;
        findings.error(new RowError(line, column, code, sentence));
    }
}
