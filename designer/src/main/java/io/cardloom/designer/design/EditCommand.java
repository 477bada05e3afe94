package io.cardloom.designer.design;

import io.cardloom.tenancy.refusal.Refusal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One change to a design, as an editor sends it. */
public sealed interface EditCommand {

    /** What it does, layer by layer, in the order it is done. */
    List<One> ones();

    /** A change to one layer. */
    sealed interface One extends EditCommand {

        /** The layer it is about. */
        LayerId id();

        @Override
        default List<One> ones() {
            return List.of(this);
        }
    }

    /** Puts a new layer in. */
    record AddLayer(LayerId id, Layer layer) implements One {}

    /**
     * Changes some properties of a layer; of two people who change the same one, the last wins.
     *
     * @param changes by the property's name in JSON ({@code x}, {@code text}, {@code fill} ...); at
     *     least one; each value a String, an Integer or a Boolean; {@code type} cannot change
     */
    record SetProperties(LayerId id, Map<String, Object> changes) implements One {

        /**
         * @throws IllegalArgumentException when a value is of another type
         */
        public SetProperties {
            for (Object value : changes.values()) {
                if (!(value instanceof String
                        || value instanceof Integer
                        || value instanceof Boolean)) {
                    throw new IllegalArgumentException("a property is text, a number or a truth");
                }
            }
            changes = Collections.unmodifiableMap(new TreeMap<>(changes));
        }
    }

    /** Takes a layer out. */
    record RemoveLayer(LayerId id) implements One {}

    /**
     * Several changes that are one edit: all are done or none, and one undo takes them back.
     *
     * @param ones 1 to {@link #MOST}
     */
    record All(List<One> ones) implements EditCommand {

        /** Changes that one edit may have: as many as a design may have layers. */
        public static final int MOST = DesignDocument.MOST_LAYERS;

        /**
         * @throws Refusal {@code EDIT_SIZE}; sending fewer at a time helps
         */
        public All {
            if (ones.isEmpty() || ones.size() > MOST) {
                throw Refusal.invalid(
                        "EDIT_SIZE", "An edit of several layers has 1 to " + MOST + " changes.");
            }
            ones = List.copyOf(ones);
        }
    }
}
