package io.cardloom.designer.export;

import io.cardloom.designer.design.Layer;
import io.cardloom.designer.design.LayerTags.Plate;
import java.util.Locale;

/** What layers are called in other tools. */
final class LayerNames {

    private LayerNames() {}

    /** The layer's name, and its plate where that is not color. */
    static String of(Layer layer) {
        String name =
                layer.name().isBlank()
                        ? layer.content().getClass().getSimpleName().replace("Content", "")
                        : layer.name();
        Plate plate = layer.tags().plate();
        return plate == Plate.COLOR
                ? name
                : name + " (" + plate.name().toLowerCase(Locale.ROOT) + " plate)";
    }
}
