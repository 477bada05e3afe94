package io.cardloom.designer.design;

import io.cardloom.tenancy.refusal.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a command makes of a document: a kernel that stores nothing and knows nobody.
 *
 * @param document as it will be
 * @param command that makes it so
 * @param inverse that takes it back
 */
record EditPlan(DesignDocument document, EditCommand command, EditCommand inverse) {

    /**
     * Pictures that a document may blur: of all that a layer can show, it takes longest to draw.
     */
    static final int MOST_BLURS = 20;

    /** For whom an edit is made; the issuer alone decides about mandatory layers. */
    enum Side {
        ISSUER,
        PARTNER,
        /** A template that is carried into a design: no lock keeps it out. */
        TEMPLATE
    }

    /**
     * @throws Refusal {@code LAYER_GONE} (somebody removed it: the editor shows the head), {@code
     *     LAYER_EXISTS}, {@code LAYER_LOCKED}, {@code LAYER_MANDATORY}, {@code NOTHING_CHANGES},
     *     {@code TYPE_FIXED}, {@code LAYERS_TOO_MANY}, {@code BLURS_TOO_MANY}, or the refusal of a
     *     value
     */
    static EditPlan of(DesignDocument document, EditCommand command, Side side) {
        EditPlan plan =
                switch (command) {
                    case EditCommand.One one -> one(document, one, side);
                    case EditCommand.All all -> all(document, all, side);
                };
        requireBlurs(blurs(document), blurs(plan.document()));
        return plan;
    }

    private static void requireBlurs(long before, long after) {
        if (after > MOST_BLURS && after > before) {
            throw Refusal.invalid(
                    "BLURS_TOO_MANY",
                    "A design may blur up to "
                            + MOST_BLURS
                            + " pictures. Make one of them sharp, or upload this one blurred.");
        }
    }

    private static long blurs(DesignDocument document) {
        return document.layers().values().stream()
                .filter(l -> l.content() instanceof ImageContent i && i.filter().blur() > 0)
                .count();
    }

    private static EditPlan all(DesignDocument document, EditCommand.All all, Side side) {
        DesignDocument changed = document;
        List<EditCommand.One> inverses = new ArrayList<>();
        for (EditCommand.One one : all.ones()) {
            EditPlan plan = one(changed, one, side);
            changed = plan.document();
            inverses.addAll(0, plan.inverse().ones());
        }
        return new EditPlan(changed, all, new EditCommand.All(inverses));
    }

    private static EditPlan one(DesignDocument document, EditCommand.One command, Side side) {
        return switch (command) {
            case EditCommand.AddLayer add -> add(document, add, side);
            case EditCommand.SetProperties set -> set(document, set, side);
            case EditCommand.RemoveLayer remove -> remove(document, remove, side);
        };
    }

    private static EditPlan add(DesignDocument document, EditCommand.AddLayer add, Side side) {
        if (document.layers().containsKey(add.id())) {
            throw Refusal.conflict(
                    "LAYER_EXISTS", "There is a layer of this id already; change that one.");
        }
        requireSide(add.layer(), side);
        return new EditPlan(
                document.with(add.id(), add.layer()), add, new EditCommand.RemoveLayer(add.id()));
    }

    private static EditPlan set(DesignDocument document, EditCommand.SetProperties set, Side side) {
        Layer layer = present(document, set.id());
        if (set.changes().isEmpty()) {
            throw Refusal.invalid("NOTHING_CHANGES", "An edit has to change a property at least.");
        }
        if (set.changes().containsKey("type")) {
            throw Refusal.invalid(
                    "TYPE_FIXED", "A layer keeps its type; add one of the other type.");
        }
        requireSide(layer, side);
        boolean unlocks = Boolean.FALSE.equals(set.changes().get("locked"));
        if (layer.locked() && !unlocks && side != Side.TEMPLATE) {
            throw locked();
        }
        TreeMap<String, Object> properties = LayerProperties.whole(layer);
        Map<String, Object> before = new TreeMap<>();
        set.changes()
                .forEach(
                        (name, value) -> {
                            Object old = properties.put(name, value);
                            if (old != null) {
                                before.put(name, old);
                            }
                        });
        Layer changed = LayerProperties.layer(properties);
        requireSide(changed, side);
        return new EditPlan(
                document.with(set.id(), changed),
                set,
                new EditCommand.SetProperties(set.id(), before));
    }

    private static EditPlan remove(
            DesignDocument document, EditCommand.RemoveLayer remove, Side side) {
        Layer layer = present(document, remove.id());
        requireSide(layer, side);
        if (layer.locked() && side != Side.TEMPLATE) {
            throw locked();
        }
        return new EditPlan(
                document.without(remove.id()),
                remove,
                new EditCommand.AddLayer(remove.id(), layer));
    }

    private static Layer present(DesignDocument document, LayerId id) {
        @Nullable Layer layer = document.layers().get(id);
        if (layer == null) {
            throw Refusal.conflict(
                    "LAYER_GONE",
                    "Somebody has removed this layer; the edit has nothing to change.");
        }
        return layer;
    }

    private static void requireSide(Layer layer, Side side) {
        if (layer.tags().mandatory() && side == Side.PARTNER) {
            throw Refusal.forbidden(
                    "LAYER_MANDATORY",
                    "The issuer has made this layer mandatory; only the issuer's people may change"
                            + " it.");
        }
    }

    private static Refusal locked() {
        return Refusal.conflict("LAYER_LOCKED", "This layer is locked; unlock it first.");
    }
}
