package io.cardloom.production.intake.form;

import io.cardloom.production.choice.SuppliedTracks;
import io.cardloom.production.intake.file.FileForm;
import io.cardloom.production.intake.file.SourceRow;
import io.cardloom.tenancy.refusal.Refusal;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** At which places of a row the values stand that a form asks for. */
final class ColumnPlaces {

    private final ListForm form;
    private final SuppliedTracks tracks;
    private final RowFindings findings;
    private final Map<ListColumn, Integer> places = new EnumMap<>(ListColumn.class);
    private final Map<String, Integer> custom = new HashMap<>();
    private final Map<String, Integer> known = new HashMap<>();
    private final Map<Integer, ContentWatch> watched = new HashMap<>();
    private final BitSet trackPlaces = new BitSet();
    private int read;
    private boolean right = true;

    /**
     * @param tracks which tracks the program wants of its lists
     */
    ColumnPlaces(ListForm form, SuppliedTracks tracks, RowFindings findings) {
        this.form = form;
        this.tracks = tracks;
        this.findings = findings;
    }

    /**
     * @throws Refusal {@code INTAKE_FORBIDDEN_DATA}
     */
    boolean read(List<String> names, int line) {
        refuseTracks();
        for (int i = read; i < names.size(); i++) {
            Optional<String> forbidden =
                    form.isTrack(ListForm.named(names.get(i)))
                            ? Forbidden.beyondTracks(names.get(i))
                            : Forbidden.named(names.get(i));
            if (forbidden.isPresent()) {
                throw Forbidden.refusal(forbidden.get());
            }
        }
        boolean first = read == 0;
        for (int i = read; i < names.size(); i++) {
            place(ListForm.named(names.get(i)), i, line);
        }
        read = names.size();
        if (first) {
            requireAll(line);
        }
        return right;
    }

    /** A form may be older than the program's wish to have no tracks from lists. */
    private void refuseTracks() {
        for (ListColumn column : ListColumn.values()) {
            boolean unwanted = column.isTrack() && !tracks.has(column.track());
            if (unwanted && form.column(column).isPresent()) {
                throw Forbidden.refusal("track");
            }
        }
    }

    private void place(String name, int index, int line) {
        if (known.putIfAbsent(name, index) != null && !name.isEmpty()) {
            error(line, "", "COLUMN_TWICE", "The header has the name of column %s twice.", index);
            return;
        }
        boolean wanted = false;
        for (ListColumn column : ListColumn.values()) {
            if (form.column(column).filter(name::equals).isPresent()) {
                places.put(column, index);
                trackPlaces.set(index, column.isTrack());
                wanted = true;
            }
        }
        boolean own = false;
        for (String field : form.custom(name)) {
            custom.put(field, index);
            own = true;
        }
        if (!wanted && !own && !form.leavesOut(name)) {
            // A file without header has account data here: the word is not repeated.
            error(
                    line,
                    "",
                    "COLUMN_UNKNOWN",
                    "Column %s has a name that the list's form does not know. It knows "
                            + known()
                            + ".",
                    index);
        }
        if (!wanted || of(ListColumn.SECOND_LINE) == index) {
            watched.put(index, new ContentWatch());
        }
    }

    private void requireAll(int line) {
        for (ListColumn column : ListColumn.values()) {
            requireNamed(column, line);
            boolean needed = column.isRequired() || isNamedByIssuer(column);
            if (needed && form.column(column).isPresent() && !places.containsKey(column)) {
                right = false;
                findings.listError(
                        new RowError(
                                line,
                                column.word(),
                                "COLUMN_MISSING",
                                "The list needs the column "
                                        + form.column(column).orElse("")
                                        + "; see the program's list form."));
            }
        }
        for (Map.Entry<String, String> field : form.custom().entrySet()) {
            if (!(form.file() instanceof FileForm.Json) && !custom.containsKey(field.getKey())) {
                right = false;
                findings.listError(
                        new RowError(
                                line,
                                field.getKey(),
                                "COLUMN_MISSING",
                                "The list needs the column "
                                        + ListForm.named(field.getValue())
                                        + "; see the program's list form."));
            }
        }
    }

    private void requireNamed(ListColumn column, int line) {
        if (tracks.has(column.track()) && form.column(column).isEmpty()) {
            right = false;
            findings.listError(
                    new RowError(
                            line,
                            column.word(),
                            "TRACKS_NOT_NAMED",
                            "The program's tracks come with the list; name their columns in its"
                                    + " list form."));
        }
    }

    /**
     * What an issuer named itself has to be there; our own list's optional columns need not be, and
     * keys of JSON may come with a later row.
     */
    private boolean isNamedByIssuer(ListColumn column) {
        return !(form.file() instanceof FileForm.Json)
                && form.column(column)
                        .filter(name -> column.isTrack() || !name.equals(column.word()))
                        .isPresent();
    }

    /** The place of a value; -1 when it comes from no column. */
    int of(ListColumn column) {
        Integer place = places.get(column);
        return place == null ? -1 : place;
    }

    /** The place of a custom field; -1 when the list has no such column. */
    int ofCustom(String field) {
        return custom.getOrDefault(field, -1);
    }

    /** Whether a fault at this place concerns the card. */
    boolean matters(int place) {
        return place == SourceRow.WHOLE_ROW
                || places.containsValue(place)
                || custom.containsValue(place);
    }

    /** Our word for a place; empty for the row as a whole. */
    String word(int place) {
        return Stream.concat(
                        places.entrySet().stream()
                                .filter(e -> e.getValue() == place)
                                .map(e -> e.getKey().word()),
                        custom.entrySet().stream()
                                .filter(e -> e.getValue() == place)
                                .map(Map.Entry::getKey))
                .findFirst()
                .orElse("");
    }

    /**
     * @throws Refusal {@code INTAKE_FORBIDDEN_DATA}
     */
    void watch(List<String> values) {
        for (int i = 0; i < values.size(); i++) {
            if (!trackPlaces.get(i) && Forbidden.isTrack(values.get(i))) {
                throw Forbidden.refusal("track");
            }
        }
        watched.forEach(
                (place, watch) ->
                        (place < values.size()
                                        ? watch.see(values.get(place))
                                        : Optional.<String>empty())
                                .ifPresent(
                                        what -> {
                                            throw Forbidden.refusal(what);
                                        }));
    }

    private String known() {
        return Stream.concat(
                        form.sources().values().stream()
                                .filter(ListSource.FromColumn.class::isInstance)
                                .map(s -> ((ListSource.FromColumn) s).name()),
                        form.custom().values().stream())
                .map(ListForm::named)
                .sorted()
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private void error(int line, String word, String code, String sentence, int index) {
        right = false;
        findings.listError(
                new RowError(
                        line, word, code, sentence.replace("%s", Integer.toString(index + 1))));
    }
}
