package io.cardloom.designer.design;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** One change to one layer, as an editor sends it. */
public sealed interface EditCommand {

    /** The layer it is about. */
    LayerId id();

    /** Puts a new layer in. */
    record AddLayer(LayerId id, Layer layer) implements EditCommand {}

    /**
     * Changes some properties of a layer; of two people who change the same one, the last wins.
     *
     * @param changes by the property's name in JSON ({@code x}, {@code text}, {@code fill} ...); at
     *     least one; each value a String, an Integer or a Boolean; {@code type} cannot change
     */
    record SetProperties(LayerId id, Map<String, Object> changes) implements EditCommand {

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
    record RemoveLayer(LayerId id) implements EditCommand {}
}
