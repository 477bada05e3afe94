package io.cardloom.designer.asset.drawing;

import io.cardloom.designer.asset.drawing.Value.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reduces every element to known attributes with values of the right grammar. */
final class Cleaning {

    private static final Set<String> EFFECTS =
            Set.of("css:mix-blend-mode", "css:transform", "css:backdrop-filter", "css:clip");

    private final Notes notes;
    private final Frame frame;
    private int segments;
    private int filters;

    Cleaning(Notes notes, Frame frame) {
        this.notes = notes;
        this.frame = frame;
    }

    void clean(Node root) {
        root.attributes
                .keySet()
                .removeAll(Set.of("x", "y", "width", "height", "viewBox", "preserveAspectRatio"));
        attributes(root);
        children(root);
    }

    private void children(Node node) {
        node.children.removeIf(child -> !drawable(child));
        node.children.forEach(this::children);
    }

    private boolean drawable(Node node) {
        attributes(node);
        return switch (node.name) {
            case "path", "polyline", "polygon" -> node.outline != null;
            case "rect" -> hasExtent(node, "width", "height");
            case "circle" -> hasExtent(node, "r");
            case "ellipse" -> hasExtent(node, "rx", "ry");
            case "use" -> node.references.containsKey("href");
            case "stop" -> {
                node.attributes.putIfAbsent("offset", "0");
                yield true;
            }
            case "filter" -> filter(node);
            default -> true;
        };
    }

    private static boolean hasExtent(Node node, String... names) {
        for (String name : names) {
            String value = node.get(name);
            if (value == null || "0".equals(value) || "0%".equals(value)) {
                return false;
            }
        }
        return true;
    }

    private void attributes(Node node) {
        Map<String, Kind> own = Vocabulary.attributes(node.name);
        Map<String, String> clean = new LinkedHashMap<>();
        node.attributes.forEach(
                (name, raw) -> {
                    Kind kind = own.get(name);
                    if (kind != null) {
                        attribute(node, name, kind, raw, clean);
                    } else if ("marker".equals(name)) {
                        for (String end : List.of("marker-start", "marker-mid", "marker-end")) {
                            Presentation.clean(node, end, raw, clean);
                        }
                    } else {
                        refuseOutside(raw);
                        mention(name, raw);
                        Presentation.clean(node, name, raw, clean);
                    }
                });
        node.attributes = clean;
        finish(node);
    }

    private static void refuseOutside(String raw) {
        if (raw.contains("url(") || raw.contains("URL(")) {
            StyleSheet.declarations(raw);
        }
    }

    private void mention(String name, String raw) {
        boolean plain = "none".equals(raw) || "normal".equals(raw) || "auto".equals(raw);
        boolean function = "filter".equals(name) && raw.contains("(") && !raw.startsWith("url(");
        if ((EFFECTS.contains(name) && !plain) || function) {
            notes.add("Blend modes, style transforms and effect functions were left out.");
        }
    }

    private void attribute(
            Node node, String name, Kind kind, String raw, Map<String, String> clean) {
        switch (kind) {
            case PATH -> outline(node, PathData.read(raw));
            case POINTS -> outline(node, PathData.points(raw));
            case LINK -> link(node, raw);
            default -> {
                @Nullable String value = Value.clean(kind, raw);
                if (value != null) {
                    clean.put(name, value);
                } else if (kind == Kind.TRANSFORM && !raw.isBlank()) {
                    notes.add("A damaged transform was left out.");
                }
            }
        }
    }

    private void outline(Node node, @Nullable Outline outline) {
        if (outline != null) {
            segments += outline.segments();
            if (segments > Limits.SEGMENTS) {
                throw Limits.path();
            }
            node.outline = outline;
        }
    }

    private static void link(Node node, String raw) {
        if (raw.startsWith("#")) {
            node.references.put("href", raw.substring(1));
        } else if (!raw.isBlank()) {
            throw Limits.external();
        }
    }

    private static void finish(Node node) {
        Map<String, String> all = node.attributes;
        switch (node.name) {
            case "feOffset" -> {
                all.putIfAbsent("dx", "0");
                all.putIfAbsent("dy", "0");
            }
            case "feFuncR", "feFuncG", "feFuncB", "feFuncA" -> all.putIfAbsent("type", "identity");
            case "feColorMatrix" -> matrix(all);
            default -> {
                // nothing to add
            }
        }
    }

    /** A matrix with another count of values than its type has does nothing (15.10). */
    private static void matrix(Map<String, String> all) {
        String type = all.getOrDefault("type", "matrix");
        String values = all.get("values");
        int count = values == null ? 0 : values.split(" ", -1).length;
        int needed =
                switch (type) {
                    case "matrix" -> 20;
                    case "luminanceToAlpha" -> 0;
                    default -> 1;
                };
        if (count != needed) {
            all.remove("values");
            if (needed > 0) {
                all.put("type", "saturate");
                all.put("values", "1");
            }
        }
    }

    /** Bounds the region that a filter paints. */
    private boolean filter(Node node) {
        if (++filters > Limits.FILTERS || node.children.size() > Limits.FILTER_STEPS) {
            throw Limits.filter();
        }
        boolean absolute = "userSpaceOnUse".equals(node.get("filterUnits"));
        for (String name : List.of("x", "y", "width", "height")) {
            String raw = node.get(name);
            if (raw == null) {
                continue;
            }
            Double fraction = Numbers.fraction(raw);
            double limit = absolute && !raw.endsWith("%") ? 20 * frame.reach() : 20;
            if (fraction == null || Math.abs(fraction) > limit) {
                throw Limits.filter();
            }
        }
        return !node.children.isEmpty();
    }
}
