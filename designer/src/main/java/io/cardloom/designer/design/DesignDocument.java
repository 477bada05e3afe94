package io.cardloom.designer.design;

import io.cardloom.designer.cardbody.CardBodyId;
import io.cardloom.designer.cardbody.Face;
import io.cardloom.tenancy.refusal.Refusal;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a design shows: immutable data, the same on the screen, in the proof and on the card.
 *
 * @param schema the number of the document's form, {@link #SCHEMA}
 * @param layers up to {@link #MOST_LAYERS}, by id; never null, maybe empty; iterates by id
 */
public record DesignDocument(int schema, CardBodyId cardBody, Map<LayerId, Layer> layers) {

    /** The form this version of Cardloom writes. */
    public static final int SCHEMA = 2;

    /** Layers a document may have. */
    public static final int MOST_LAYERS = 500;

    private static final Comparator<LayerId> BY_ID = Comparator.comparing(LayerId::value);

    /**
     * @throws Refusal {@code SCHEMA_UNKNOWN} or {@code LAYERS_TOO_MANY}
     */
    public DesignDocument {
        if (schema != SCHEMA) {
            throw Migrations.unknown();
        }
        if (layers.size() > MOST_LAYERS) {
            throw Refusal.invalid(
                    "LAYERS_TOO_MANY",
                    "A design may have " + MOST_LAYERS + " layers; remove one before adding one.");
        }
        TreeMap<LayerId, Layer> sorted = new TreeMap<>(BY_ID);
        sorted.putAll(layers);
        layers = Collections.unmodifiableMap(sorted);
    }

    /** A card body with nothing on it. */
    public static DesignDocument blank(CardBodyId cardBody) {
        return new DesignDocument(SCHEMA, cardBody, Map.of());
    }

    /** The layers of one face with their ids, lowest first; hidden ones too. */
    public List<Map.Entry<LayerId, Layer>> stack(Face face) {
        return layers.entrySet().stream()
                .filter(entry -> entry.getValue().face() == face)
                .sorted(
                        Comparator.comparing((Map.Entry<LayerId, Layer> e) -> e.getValue().order())
                                .thenComparing(e -> e.getKey().value()))
                .toList();
    }

    /**
     * The same after these changes, whoever might make them; nothing is stored.
     *
     * @throws Refusal as {@link Designs#apply}
     */
    public DesignDocument after(List<EditCommand.One> changes) {
        return changes.isEmpty()
                ? this
                : EditPlan.of(this, new EditCommand.All(changes), EditPlan.Side.TEMPLATE)
                        .document();
    }

    /** The same with this layer put in, or put in the place of the one of that id. */
    DesignDocument with(LayerId id, Layer layer) {
        Map<LayerId, Layer> changed = new TreeMap<>(BY_ID);
        changed.putAll(layers);
        changed.put(id, layer);
        return new DesignDocument(schema, cardBody, changed);
    }

    /** The same without this layer. */
    DesignDocument without(LayerId id) {
        Map<LayerId, Layer> changed = new TreeMap<>(BY_ID);
        changed.putAll(layers);
        changed.remove(id);
        return new DesignDocument(schema, cardBody, changed);
    }
}
