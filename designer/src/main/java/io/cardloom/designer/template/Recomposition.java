package io.cardloom.designer.template;

import io.cardloom.designer.design.Box;
import io.cardloom.designer.design.DesignDocument;
import io.cardloom.designer.design.EditCommand;
import io.cardloom.designer.design.Layer;
import io.cardloom.designer.design.LayerId;
import io.cardloom.designer.design.SlotContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Carries what a template changed between two versions into a design that was composed from the
 * first: a kernel without storage.
 *
 * <p>Property by property, what the design has changed itself is kept, and what it has not follows
 * the template. A mandatory layer follows the template whole. A layer that fills a slot follows the
 * slot as long as it lies in its middle, as large as fits. What the template gives up goes, unless
 * the design has changed it.
 */
final class Recomposition {

    private final DesignDocument from;
    private final DesignDocument to;
    private final DesignDocument design;
    private final List<EditCommand.One> changes = new ArrayList<>();

    private Recomposition(DesignDocument from, DesignDocument to, DesignDocument design) {
        this.from = from;
        this.to = to;
        this.design = design;
    }

    /** What has to be done to the design, in this order; empty when nothing has. */
    static List<EditCommand.One> of(DesignDocument from, DesignDocument to, DesignDocument design) {
        return new Recomposition(from, to, design).changes();
    }

    private List<EditCommand.One> changes() {
        TreeSet<String> ids = new TreeSet<>();
        from.layers().keySet().forEach(id -> ids.add(id.value()));
        to.layers().keySet().forEach(id -> ids.add(id.value()));
        for (String value : ids) {
            LayerId id = new LayerId(value);
            follow(id, from.layers().get(id), to.layers().get(id), design.layers().get(id));
        }
        return List.copyOf(changes);
    }

    private void follow(
            LayerId id, @Nullable Layer before, @Nullable Layer after, @Nullable Layer here) {
        if (Objects.equals(before, after) && (after == null || !after.tags().mandatory())) {
            return;
        }
        if (after == null) {
            if (here != null && (here.equals(before) || here.tags().mandatory())) {
                changes.add(new EditCommand.RemoveLayer(id));
            }
        } else if (here == null) {
            missing(id, before, after);
        } else if (after.tags().mandatory()) {
            become(id, here, after);
        } else if (before != null) {
            merge(id, before, after, here);
        }
    }

    /** The design lacks it: it is new, or it was taken out, or something fills its place. */
    private void missing(LayerId id, @Nullable Layer before, Layer after) {
        if (before == null || after.tags().mandatory()) {
            changes.add(new EditCommand.AddLayer(id, after));
        } else if (before.content() instanceof SlotContent && !before.tags().slot().isEmpty()) {
            design.layers().entrySet().stream()
                    .filter(e -> e.getValue().tags().slot().equals(before.tags().slot()))
                    .filter(e -> fills(e.getValue().box(), before.box()))
                    .forEach(e -> set(e.getKey(), e.getValue(), within(after.box(), e.getValue())));
        }
    }

    private void merge(LayerId id, Layer before, Layer after, Layer here) {
        if (!type(before).equals(type(after))) {
            if (here.equals(before)) {
                replace(id, after);
            }
            return;
        }
        if (!type(here).equals(type(before))) {
            return;
        }
        Map<String, Object> old = before.properties();
        Map<String, Object> own = here.properties();
        Map<String, Object> wanted = new TreeMap<>();
        after.properties()
                .forEach(
                        (name, value) -> {
                            if (!value.equals(old.get(name))
                                    && Objects.equals(own.get(name), old.get(name))) {
                                wanted.put(name, value);
                            }
                        });
        set(id, here, wanted);
    }

    private void become(LayerId id, Layer here, Layer after) {
        if (type(here).equals(type(after))) {
            set(id, here, after.properties());
        } else {
            replace(id, after);
        }
    }

    private void replace(LayerId id, Layer after) {
        changes.add(new EditCommand.RemoveLayer(id));
        changes.add(new EditCommand.AddLayer(id, after));
    }

    private void set(LayerId id, Layer here, Map<String, Object> wanted) {
        Map<String, Object> differing = new TreeMap<>(wanted);
        differing.entrySet().removeAll(here.properties().entrySet());
        if (!differing.isEmpty()) {
            changes.add(new EditCommand.SetProperties(id, differing));
        }
    }

    /** Whether a box lies in the middle of a place, as large as fits, to the micrometer. */
    private static boolean fills(Box box, Box place) {
        boolean across = Math.abs(box.width() - place.width()) <= 1;
        boolean down = Math.abs(box.height() - place.height()) <= 1;
        return (across || down)
                && box.width() <= place.width() + 1
                && box.height() <= place.height() + 1
                && Math.abs(2 * box.x() + box.width() - 2 * place.x() - place.width()) <= 2
                && Math.abs(2 * box.y() + box.height() - 2 * place.y() - place.height()) <= 2
                && box.rotation() == place.rotation();
    }

    /** The box of a layer in the middle of another place, as large as fits, in its proportions. */
    private static Map<String, Object> within(Box place, Layer layer) {
        Box box = layer.box();
        double scale =
                Math.min(
                        (double) place.width() / box.width(),
                        (double) place.height() / box.height());
        int width = (int) Math.max(1, Math.round(box.width() * scale));
        int height = (int) Math.max(1, Math.round(box.height() * scale));
        return Map.of(
                "x",
                place.x() + Math.round((place.width() - width) / 2f),
                "y",
                place.y() + Math.round((place.height() - height) / 2f),
                "width",
                width,
                "height",
                height,
                "rotation",
                place.rotation());
    }

    private static Object type(Layer layer) {
        return Objects.requireNonNull(layer.properties().get("type"));
    }
}
