package io.cardloom.designer.asset.drawing;

import io.cardloom.designer.asset.drawing.Value.Kind;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The presentation properties that a drawing may have on any element. */
final class Presentation {

    private static final Map<String, Kind> PROPERTIES = properties();

    private static final Pattern REFERENCE =
            Pattern.compile("url\\(\\s*[\"']?#([^\"')]{1,500})[\"']?\\s*\\)\\s*(.{0,100})");

    private Presentation() {}

    static boolean isProperty(String name) {
        return PROPERTIES.containsKey(name) || "marker".equals(name);
    }

    private static Map<String, Kind> properties() {
        Map<String, Kind> all = new HashMap<>();
        all.put("fill", Kind.PAINT);
        all.put("stroke", Kind.PAINT);
        all.put("color", Kind.PAINT);
        all.put("stop-color", Kind.PAINT);
        all.put("flood-color", Kind.PAINT);
        all.put("fill-opacity", Kind.OPACITY);
        all.put("stroke-opacity", Kind.OPACITY);
        all.put("opacity", Kind.OPACITY);
        all.put("stop-opacity", Kind.OPACITY);
        all.put("flood-opacity", Kind.OPACITY);
        all.put("fill-rule", Kind.RULE);
        all.put("clip-rule", Kind.RULE);
        all.put("stroke-width", Kind.EXTENT);
        all.put("stroke-linecap", Kind.CAP);
        all.put("stroke-linejoin", Kind.JOIN);
        all.put("stroke-miterlimit", Kind.MITER);
        all.put("stroke-dasharray", Kind.DASHES);
        all.put("stroke-dashoffset", Kind.LENGTH);
        all.put("display", Kind.DISPLAY);
        all.put("visibility", Kind.VISIBILITY);
        all.put("overflow", Kind.OVERFLOW);
        all.put("color-interpolation-filters", Kind.INTERPOLATION);
        all.put("clip-path", Kind.REFERENCE);
        all.put("mask", Kind.REFERENCE);
        all.put("filter", Kind.REFERENCE);
        all.put("marker-start", Kind.REFERENCE);
        all.put("marker-mid", Kind.REFERENCE);
        all.put("marker-end", Kind.REFERENCE);
        return Map.copyOf(all);
    }

    /** Cleans one property of a node; what is no value of it is left out. */
    static void clean(Node node, String property, String raw, Map<String, String> clean) {
        Kind kind = PROPERTIES.get(property);
        if (kind == null || raw.isEmpty()) {
            return;
        }
        if (kind == Kind.REFERENCE) {
            Matcher matcher = REFERENCE.matcher(raw);
            if (matcher.matches()) {
                node.references.put(property, matcher.group(1).strip());
            }
        } else if (kind == Kind.PAINT) {
            paint(node, property, raw, clean);
        } else {
            @Nullable String value = Value.clean(kind, raw);
            if (value != null) {
                clean.merge(property, value, (set, written) -> multiplied(kind, set, written));
            }
        }
    }

    /** An opacity that a color brought along counts with the one that stands beside it. */
    private static String multiplied(Kind kind, String one, String other) {
        return kind == Kind.OPACITY
                ? Numbers.write(Double.parseDouble(one) * Double.parseDouble(other))
                : other;
    }

    private static void paint(Node node, String property, String raw, Map<String, String> clean) {
        String text = raw;
        Matcher matcher = REFERENCE.matcher(raw);
        boolean server = "fill".equals(property) || "stroke".equals(property);
        if (server && matcher.matches()) {
            node.references.put(property, matcher.group(1).strip());
            text = matcher.group(2).isBlank() ? "none" : matcher.group(2);
        }
        Colors.Color color = Colors.color(text);
        if (color == null || (!server && "none".equals(color.text()))) {
            return;
        }
        clean.put(property, color.text());
        if (color.opacity() < 1) {
            String beside = property.replace("-color", "") + "-opacity";
            if ("color".equals(property)) {
                return;
            }
            clean.merge(
                    beside,
                    Numbers.write(color.opacity()),
                    (set, brought) -> multiplied(Kind.OPACITY, set, brought));
        }
    }
}
