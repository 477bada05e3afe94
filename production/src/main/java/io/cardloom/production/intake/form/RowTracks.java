package io.cardloom.production.intake.form;

import io.cardloom.production.accountdata.CardholderName;
import io.cardloom.production.accountdata.ExpiryDate;
import io.cardloom.production.accountdata.Pan;
import io.cardloom.production.accountdata.PanSequenceNumber;
import io.cardloom.production.accountdata.ServiceCode;
import io.cardloom.production.accountdata.TrackData;
import io.cardloom.production.choice.SuppliedTracks;
import io.cardloom.production.magstripe.MalformedTrack;
import io.cardloom.production.magstripe.Track1;
import io.cardloom.production.magstripe.Track2;
import io.cardloom.production.magstripe.Track3;
import io.cardloom.production.magstripe.TrackFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The tracks that came whole with one row: each is read strictly (ISO/IEC 7813, ISO/IEC 4909), then
 * held against the row's own fields. Told by column and code, never by a value.
 */
final class RowTracks {

    private final Told told;
    private final @Nullable Track1 first;
    private final @Nullable Track2 second;
    private final @Nullable Track3 third;

    /** Is told what is wrong. */
    interface Told {
        void wrong(ListColumn column, String code, String sentence);
    }

    /**
     * @param values what the row has in a column; empty for nothing
     */
    RowTracks(SuppliedTracks wanted, Function<ListColumn, String> values, Told told) {
        this.told = told;
        this.first = wanted.has(1) ? first(values) : null;
        this.second = wanted.has(2) ? second(values) : null;
        this.third = wanted.has(3) ? third(values) : null;
    }

    /** The name as track 1 carries it; empty where there is no track 1 that can be read. */
    String name() {
        return first == null ? "" : first.name().stripTrailing();
    }

    /** The tracks; to be asked only when nothing was wrong. */
    TrackData data() {
        return new TrackData(
                first == null ? "" : first.text(),
                second == null ? "" : second.text(),
                third == null ? "" : third.text());
    }

    void matchPan(Pan pan) {
        match(
                t -> t.pan().equals(pan),
                t -> t.pan().equals(pan),
                t -> t.pan().equals(pan),
                "TRACK_ACCOUNT",
                " has another account number than the row.");
    }

    void matchExpiry(ExpiryDate expiry) {
        match(
                t -> t.expiry().equals(expiry),
                t -> t.expiry().equals(expiry),
                t -> t.expiry().equals(expiry),
                "TRACK_EXPIRY",
                " has another expiry date than the row.");
    }

    /** Track 3 has none. */
    void matchServiceCode(ServiceCode code) {
        match(
                t -> t.serviceCode().equals(code),
                t -> t.serviceCode().equals(code),
                t -> true,
                "TRACK_SERVICE_CODE",
                " has another service code than the row.");
    }

    /** Where the row gives one; track 3 holds its last digit. */
    void matchSequence(PanSequenceNumber number) {
        match(
                t -> true,
                t -> true,
                t -> t.sequence().equals(Integer.toString(number.number() % 10)),
                "TRACK_SEQUENCE",
                " has a card sequence number that is not the last digit of the row's.");
    }

    /**
     * @param given whether the row itself says how the stripe writes the name
     */
    void matchName(CardholderName name, boolean given) {
        boolean same =
                given ? name().equals(name.encoded()) : StripeNames.spells(name(), name.printed());
        if (first != null && !same) {
            told.wrong(
                    ListColumn.TRACK_1,
                    "TRACK_NAME",
                    given
                            ? "Track 1 has another name than the column encoded_name."
                            : "The words of track 1's name begin no words of the cardholder's;"
                                    + " give encoded_name to say how the stripe writes it.");
        }
    }

    private void match(
            Predicate<Track1> one,
            Predicate<Track2> two,
            Predicate<Track3> three,
            String code,
            String sentence) {
        if (first != null && !one.test(first)) {
            told.wrong(ListColumn.TRACK_1, code, ListColumn.TRACK_1.words() + sentence);
        }
        if (second != null && !two.test(second)) {
            told.wrong(ListColumn.TRACK_2, code, ListColumn.TRACK_2.words() + sentence);
        }
        if (third != null && !three.test(third)) {
            told.wrong(ListColumn.TRACK_3, code, ListColumn.TRACK_3.words() + sentence);
        }
    }

    private @Nullable Track1 first(Function<ListColumn, String> values) {
        return read(values, ListColumn.TRACK_1, TrackFormat.TRACK_1, Track1::parse).orElse(null);
    }

    private @Nullable Track2 second(Function<ListColumn, String> values) {
        return read(values, ListColumn.TRACK_2, TrackFormat.TRACK_2, Track2::parse).orElse(null);
    }

    private @Nullable Track3 third(Function<ListColumn, String> values) {
        return read(values, ListColumn.TRACK_3, TrackFormat.TRACK_3, Track3::parse).orElse(null);
    }

    private <T> Optional<T> read(
            Function<ListColumn, String> values,
            ListColumn column,
            TrackFormat format,
            Function<String, T> reader) {
        String given = values.apply(column);
        if (given.isEmpty()) {
            told.wrong(
                    column,
                    "TRACK_MISSING",
                    column.words() + " comes with the list, and this row has none.");
            return Optional.empty();
        }
        try {
            return Optional.of(reader.apply(format.framed(given)));
        } catch (MalformedTrack e) {
            malformed(column, format, e.fault());
            return Optional.empty();
        }
    }

    private void malformed(ListColumn column, TrackFormat format, MalformedTrack.Fault fault) {
        switch (fault) {
            case LENGTH ->
                    told.wrong(
                            column,
                            "TRACK_LENGTH",
                            column.words()
                                    + " has more than "
                                    + format.maxCharacters()
                                    + " characters, sentinels and LRC counted in.");
            case CHARACTER ->
                    told.wrong(
                            column,
                            "TRACK_CHARACTER",
                            column.words()
                                    + " has a character that its set has not, or that does not"
                                    + " belong there.");
            case START, END ->
                    told.wrong(
                            column,
                            "TRACK_SENTINEL",
                            column.words() + " comes with both sentinels, or with none of them.");
            case LRC ->
                    told.wrong(
                            column,
                            "TRACK_LRC",
                            "Behind the end sentinel of "
                                    + column.words().toLowerCase(Locale.ROOT)
                                    + " comes nothing, or its LRC.");
            case FIELD, PARITY ->
                    told.wrong(
                            column,
                            "TRACK_FORM",
                            column.words()
                                    + " has a separator or a field that is missing or wrong ("
                                    + (format == TrackFormat.TRACK_3
                                            ? "ISO/IEC 4909, format code 01"
                                            : "ISO/IEC 7813")
                                    + ").");
        }
    }
}
