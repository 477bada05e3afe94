package io.cardloom.production.intake.form;

import io.cardloom.production.choice.SuppliedTracks;
import io.cardloom.production.intake.file.FileForm;
import io.cardloom.tenancy.refusal.Refusal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How a program's cardholder lists are written.
 *
 * @param file in which form the file is
 * @param sources where each value comes from; what is not named stays empty
 * @param leftOut columns of the list that are read over, by name in lower case; a column that is
 *     neither a source nor left out is told as an error
 * @param expiry how expiry dates are written
 * @param capitals whether names are printed in capitals
 * @param badRows what becomes of a list in which rows are wrong
 * @param plainUpload whether a list may be handed in unencrypted by a person who is signed in
 * @param custom fields that the issuer names itself, each with the column it comes from: for
 *     carriers, and for fields of designs by their label; at most {@link #MOST_CUSTOM}
 */
public record ListForm(
        FileForm file,
        Map<ListColumn, ListSource> sources,
        Set<String> leftOut,
        ExpiryForm expiry,
        boolean capitals,
        BadRows badRows,
        boolean plainUpload,
        Map<String, String> custom) {

    /** Fields that an issuer may name itself. */
    public static final int MOST_CUSTOM = 12;

    private static final int LONGEST = 200;
    private static final Pattern CUSTOM_NAME = Pattern.compile("[a-z][a-z0-9_]{0,39}");

    /** A form without custom fields. */
    public ListForm(
            FileForm file,
            Map<ListColumn, ListSource> sources,
            Set<String> leftOut,
            ExpiryForm expiry,
            boolean capitals,
            BadRows badRows,
            boolean plainUpload) {
        this(file, sources, leftOut, expiry, capitals, badRows, plainUpload, Map.of());
    }

    /** What is expected of a program for which nobody said anything: CSV with our own header. */
    public static final ListForm STANDARD =
            new ListForm(
                    FileForm.STANDARD,
                    ListColumn.of(SuppliedTracks.NONE).stream()
                            .collect(
                                    Collectors.toMap(
                                            c -> c, c -> new ListSource.FromColumn(c.word()))),
                    Set.of(),
                    ExpiryForm.YYMM,
                    false,
                    BadRows.LEAVE_OUT,
                    false);

    /**
     * @throws Refusal {@code LIST_COLUMN_MISSING}, {@code LIST_CONSTANT}, {@code LIST_NAME}, {@code
     *     LIST_CUSTOM}, {@code LIST_TRACKS}; {@code INTAKE_FORBIDDEN_DATA} for a source that is
     *     named like a PIN or a verification value, or like a track when none is asked of it
     */
    public ListForm {
        sources = Map.copyOf(new TreeMap<>(sources));
        leftOut = Set.copyOf(leftOut);
        // Forms that were saved before there were custom fields do not speak of them.
        custom = custom == null ? Map.of() : Map.copyOf(new TreeMap<>(custom));
        custom.forEach(ListForm::checkCustom);
        if (custom.size() > MOST_CUSTOM) {
            throw Refusal.invalid(
                    "LIST_CUSTOM", "A list has at most " + MOST_CUSTOM + " fields of your own.");
        }
        for (ListColumn column : ListColumn.values()) {
            if (column.isRequired() && !sources.containsKey(column)) {
                throw Refusal.invalid(
                        "LIST_COLUMN_MISSING",
                        "Say where " + column.words().toLowerCase(Locale.ROOT) + " comes from.");
            }
        }
        sources.forEach(ListForm::check);
        Set<String> tracks = tracks(sources);
        Set<String> names = new HashSet<>(leftOut);
        names.addAll(
                sources.entrySet().stream()
                        .filter(s -> !s.getKey().isTrack())
                        .map(s -> s.getValue() instanceof ListSource.FromColumn c ? c.name() : "x")
                        .toList());
        names.addAll(custom.keySet());
        names.addAll(custom.values());
        if (sources.get(ListColumn.PAN) instanceof ListSource.FromColumn pan
                && custom.values().stream().anyMatch(c -> named(c).equals(named(pan.name())))) {
            throw Refusal.invalid(
                    "LIST_CUSTOM", "The account number is no field of your own; choose another.");
        }
        for (String name : names) {
            requireName(name);
            Forbidden.named(name)
                    .ifPresent(
                            what -> {
                                throw Forbidden.refusal(what);
                            });
            if (tracks.contains(named(name))) {
                throw trackTwice();
            }
        }
    }

    /** The columns of tracks, each its own and called like nothing else that is forbidden. */
    private static Set<String> tracks(Map<ListColumn, ListSource> sources) {
        Set<String> tracks = new HashSet<>();
        sources.forEach(
                (column, source) -> {
                    if (column.isTrack() && source instanceof ListSource.FromColumn from) {
                        requireName(from.name());
                        Forbidden.beyondTracks(from.name())
                                .ifPresent(
                                        what -> {
                                            throw Forbidden.refusal(what);
                                        });
                        if (!tracks.add(named(from.name()))) {
                            throw trackTwice();
                        }
                    }
                });
        return tracks;
    }

    private static void requireName(String name) {
        if (name.isBlank() || name.length() > LONGEST) {
            throw Refusal.invalid(
                    "LIST_NAME", "A column's name has 1 to " + LONGEST + " characters.");
        }
    }

    private static Refusal trackTwice() {
        return Refusal.invalid(
                "LIST_TRACKS", "A track has a column of its own, from which nothing else comes.");
    }

    /** Whether a column with this name holds a track. */
    boolean isTrack(String name) {
        return Arrays.stream(ListColumn.values())
                .filter(ListColumn::isTrack)
                .anyMatch(column -> column(column).filter(name::equals).isPresent());
    }

    /** The column from which a value comes, as {@link #named} writes it; empty for none. */
    Optional<String> column(ListColumn column) {
        return sources.get(column) instanceof ListSource.FromColumn from
                ? Optional.of(named(from.name()))
                : Optional.empty();
    }

    /** The custom fields that come from a column. */
    Set<String> custom(String column) {
        return custom.entrySet().stream()
                .filter(field -> named(field.getValue()).equals(column))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** The same for every card; empty text for none. */
    String constant(ListColumn column) {
        return sources.get(column) instanceof ListSource.Constant same ? same.text() : "";
    }

    boolean leavesOut(String name) {
        return leftOut.stream().anyMatch(left -> named(left).equals(name));
    }

    /** One spelling of a header's word. */
    static String named(String header) {
        return header.strip().toLowerCase(Locale.ROOT).replace(' ', '_');
    }

    private static void checkCustom(String name, String column) {
        boolean taken =
                Arrays.stream(ListColumn.values()).map(ListColumn::word).anyMatch(name::equals);
        if (!CUSTOM_NAME.matcher(name).matches() || taken || column.isBlank()) {
            throw Refusal.invalid(
                    "LIST_CUSTOM",
                    "A field of your own has a name of 1 to 40 small letters, digits and low"
                            + " lines that is none of the list's own, and a column.");
        }
    }

    private static void check(ListColumn column, ListSource source) {
        if (source instanceof ListSource.Constant && !column.mayBeConstant()) {
            throw Refusal.invalid(
                    "LIST_CONSTANT",
                    "Each card has its own "
                            + column.words().toLowerCase(Locale.ROOT)
                            + "; take it from a column.");
        }
        if (source instanceof ListSource.Constant same && same.text().length() > LONGEST) {
            throw Refusal.invalid("LIST_CONSTANT", "A constant has at most 200 characters.");
        }
    }
}
