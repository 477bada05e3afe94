package io.cardloom.designer.design;

import io.cardloom.tenancy.tenant.PersonId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Whose word stands on each property, and so what each person can still take back or do again.
 *
 * <p>A person takes back her own edits, latest first, and of each only what nobody else has changed
 * since: the others' work is never undone by her hand. An edit of which nothing is left to take
 * back is passed over.
 */
final class EditHistory {

    /**
     * An edit of the past.
     *
     * @param refers the number of the edit that an undo took back or a redo did again; 0 for an
     *     edit
     */
    record Past(
            long number,
            PersonId person,
            AppliedEdit.Kind kind,
            long refers,
            EditCommand command,
            EditCommand inverse) {}

    /**
     * What to do.
     *
     * @param refers the edit that it takes back or does again
     */
    record Step(EditCommand command, long refers) {}

    /** One property of one layer; the layer's being there at all is the property {@code ""}. */
    private record Place(LayerId layer, String property) {}

    /** The edits that stand, by the number of the first doing, each as it was done last. */
    private final Map<Long, Past> standing = new TreeMap<>();

    /** The undos of the edits that are taken back, by the number of the edit. */
    private final Map<Long, Past> takenBack = new TreeMap<>();

    /** Who had a word on each place, of the edits that stand. */
    private final Map<Place, List<Past>> writers = new HashMap<>();

    /** The number of each person's latest edit of her own, after which older redos are gone. */
    private final Map<PersonId, Long> latest = new HashMap<>();

    /**
     * @param past ascending by number, without a gap
     */
    EditHistory(List<Past> past) {
        for (Past edit : past) {
            long first = first(edit);
            switch (edit.kind()) {
                case EDIT -> {
                    latest.put(edit.person(), edit.number());
                    stands(first, edit);
                }
                case UNDO -> {
                    takenBack.put(first, edit);
                    standing.remove(first);
                    writers.values().forEach(w -> w.removeIf(e -> first(e) == first));
                }
                case REDO -> {
                    takenBack.remove(first);
                    stands(first, edit);
                }
            }
        }
    }

    private static long first(Past edit) {
        return edit.kind() == AppliedEdit.Kind.EDIT ? edit.number() : edit.refers();
    }

    private void stands(long first, Past edit) {
        standing.put(first, edit);
        for (EditCommand.One one : edit.command().ones()) {
            Set<String> properties =
                    one instanceof EditCommand.SetProperties set
                            ? set.changes().keySet()
                            : Set.of("");
            for (String property : properties) {
                writers.computeIfAbsent(new Place(one.id(), property), p -> new ArrayList<>())
                        .add(edit);
            }
        }
    }

    /** What takes back the person's latest edit of which something is left; empty when none is. */
    Optional<Step> undo(PersonId person, DesignDocument head) {
        return latestFirst(standing, person)
                .map(e -> left(e, head))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** What does again what the person took back last; empty when she has edited since. */
    Optional<Step> redo(PersonId person, DesignDocument head) {
        return latestFirst(takenBack, person)
                .filter(undo -> undo.number() > latest.getOrDefault(person, 0L))
                .map(undo -> left(undo, head))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Stream<Past> latestFirst(Map<Long, Past> edits, PersonId person) {
        return edits.values().stream()
                .filter(e -> e.person().equals(person))
                .sorted(Comparator.comparing(Past::number).reversed());
    }

    /** The part of an edit's inverse that overwrites nobody else's later work, if any is left. */
    private Optional<Step> left(Past of, DesignDocument head) {
        Set<LayerId> there = new HashSet<>(head.layers().keySet());
        List<EditCommand.One> kept = new ArrayList<>();
        for (EditCommand.One inverse : of.inverse().ones()) {
            left(of, inverse, there).ifPresent(kept::add);
        }
        if (kept.isEmpty()) {
            return Optional.empty();
        }
        EditCommand command = kept.size() == 1 ? kept.getFirst() : new EditCommand.All(kept);
        return Optional.of(new Step(command, first(of)));
    }

    /**
     * @param there the layers that are there when it is its turn; changed by it
     */
    private Optional<EditCommand.One> left(Past of, EditCommand.One inverse, Set<LayerId> there) {
        LayerId layer = inverse.id();
        return switch (inverse) {
            case EditCommand.AddLayer add ->
                    there.add(layer) ? Optional.of(inverse) : Optional.empty();
            case EditCommand.RemoveLayer remove ->
                    !touchedSince(of, layer) && there.remove(layer)
                            ? Optional.of(inverse)
                            : Optional.empty();
            case EditCommand.SetProperties set -> {
                Map<String, Object> changes = new TreeMap<>(set.changes());
                changes.keySet().removeIf(name -> overwritten(of, new Place(layer, name)));
                yield changes.isEmpty() || !there.contains(layer)
                        ? Optional.empty()
                        : Optional.of(new EditCommand.SetProperties(layer, changes));
            }
        };
    }

    /** Whether somebody else's word came to stand on this place after that edit. */
    private boolean overwritten(Past of, Place place) {
        return writers.getOrDefault(place, List.of()).stream()
                .anyMatch(w -> !w.person().equals(of.person()) && w.number() > of.number());
    }

    private boolean touchedSince(Past of, LayerId layer) {
        return writers.keySet().stream()
                .anyMatch(place -> place.layer().equals(layer) && overwritten(of, place));
    }
}
