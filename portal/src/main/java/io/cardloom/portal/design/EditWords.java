package io.cardloom.portal.design;

import io.cardloom.designer.design.AppliedEdit;
import io.cardloom.designer.design.DesignDocument;
import io.cardloom.designer.design.EditCommand;
import io.cardloom.designer.design.EditCommand.AddLayer;
import io.cardloom.designer.design.EditCommand.RemoveLayer;
import io.cardloom.designer.design.EditCommand.SetProperties;
import io.cardloom.designer.design.LayerId;
import io.cardloom.portal.component.Reading;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says in a few words what an edit did; layers are called as they are now, or were last. */
final class EditWords {

    private static final Set<String> PLACE = Set.of("x", "y");
    private static final Set<String> SIZE = Set.of("x", "y", "width", "height", "size");
    private static final Set<String> TURN = Set.of("rotation");
    private static final Set<String> TEXT = Set.of("text", "width", "height");

    private final Map<LayerId, String> names = new HashMap<>();

    /**
     * @param edits all edits of the design
     * @param now its layers
     */
    EditWords(List<AppliedEdit> edits, DesignDocument now) {
        for (AppliedEdit edit : edits) {
            remember(edit.command());
            remember(edit.inverse());
        }
        now.layers().forEach((id, layer) -> names.put(id, layer.name()));
    }

    private void remember(EditCommand command) {
        for (EditCommand.One one : command.ones()) {
            if (one instanceof AddLayer added) {
                names.put(added.id(), added.layer().name());
            }
        }
    }

    /** For example "Moved ‘Logo’" or "Changed 3 layers". */
    String of(AppliedEdit edit) {
        List<EditCommand.One> ones = edit.command().ones();
        List<String> verbs = ones.stream().map(EditWords::verb).distinct().toList();
        List<LayerId> layers = ones.stream().map(EditCommand.One::id).distinct().toList();
        String verb = verbs.size() == 1 ? verbs.getFirst() : "Changed";
        if (layers.size() > 1) {
            return verb + " " + Reading.count(layers.size(), "layer", "layers");
        }
        String name = names.getOrDefault(layers.getFirst(), "");
        return name.isBlank() ? verb + " a layer" : verb + " ‘" + name + "’";
    }

    private static String verb(EditCommand.One one) {
        return switch (one) {
            case AddLayer _ -> "Added";
            case RemoveLayer _ -> "Removed";
            case SetProperties set -> verb(set.changes());
        };
    }

    private static String verb(Map<String, Object> changes) {
        Set<String> keys = changes.keySet();
        if (keys.contains("hidden") && keys.size() == 1) {
            return Boolean.TRUE.equals(changes.get("hidden")) ? "Hid" : "Showed";
        }
        if (keys.contains("locked") && keys.size() == 1) {
            return Boolean.TRUE.equals(changes.get("locked")) ? "Locked" : "Unlocked";
        }
        if (keys.equals(Set.of("name"))) {
            return "Renamed";
        }
        if (keys.equals(Set.of("order"))) {
            return "Reordered";
        }
        if (PLACE.containsAll(keys)) {
            return "Moved";
        }
        if (keys.contains("text") && TEXT.containsAll(keys)) {
            return "Wrote";
        }
        if (SIZE.containsAll(keys)) {
            return "Sized";
        }
        return TURN.containsAll(keys) ? "Turned" : "Changed";
    }
}
