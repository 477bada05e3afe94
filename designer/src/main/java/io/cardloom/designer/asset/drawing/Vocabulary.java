package io.cardloom.designer.asset.drawing;

import static java.util.Map.entry;

import io.cardloom.designer.asset.drawing.Value.Kind;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The elements that a drawing may have, and the attributes that each may have. */
final class Vocabulary {

    /** What becomes of an element of an uploaded file. */
    enum Treatment {
        KEEP,
        GROUP,
        CHOOSE,
        STYLE,
        LEAVE_OUT,
        STAND_STILL,
        TEXT,
        FOREIGN,
        PICTURE,
        SCRIPT,
        UNKNOWN
    }

    private static final Map<String, Treatment> OTHERS = others();

    private static final Map<String, Kind> BOX =
            Map.of("x", Kind.LENGTH, "y", Kind.LENGTH, "width", Kind.EXTENT, "height", Kind.EXTENT);
    private static final Map<String, Kind> VIEW =
            Map.of("viewBox", Kind.VIEW_BOX, "preserveAspectRatio", Kind.ASPECT);
    private static final Map<String, Kind> GRADIENT =
            Map.of(
                    "gradientUnits", Kind.UNITS,
                    "gradientTransform", Kind.TRANSFORM,
                    "spreadMethod", Kind.SPREAD,
                    "href", Kind.LINK);
    private static final Map<String, Kind> PRIMITIVE =
            plus(BOX, entry("in", Kind.INPUT), entry("result", Kind.RESULT));
    private static final Map<String, Kind> FUNCTION =
            Map.of(
                    "type", Kind.FUNCTION,
                    "tableValues", Kind.NUMBERS,
                    "slope", Kind.NUMBER,
                    "intercept", Kind.NUMBER,
                    "amplitude", Kind.NUMBER,
                    "exponent", Kind.NUMBER,
                    "offset", Kind.NUMBER);

    private static final Map<String, Map<String, Kind>> ELEMENTS = elements();

    private Vocabulary() {}

    static Treatment treatment(String element) {
        return ELEMENTS.containsKey(element)
                ? Treatment.KEEP
                : OTHERS.getOrDefault(element, Treatment.UNKNOWN);
    }

    /** The attributes beside the presentation properties. */
    static Map<String, Kind> attributes(String element) {
        return ELEMENTS.getOrDefault(element, Map.of());
    }

    static boolean isShape(String element) {
        return SHAPES.contains(element);
    }

    private static final Set<String> SHAPES =
            Set.of("path", "rect", "circle", "ellipse", "line", "polyline", "polygon");

    /** What may be linked to from where. */
    static boolean fits(String attribute, String from, String to) {
        return switch (attribute) {
            case "fill", "stroke" ->
                    Set.of("linearGradient", "radialGradient", "pattern").contains(to);
            case "clip-path" -> "clipPath".equals(to);
            case "mask", "filter" -> attribute.equals(to);
            case "marker-start", "marker-mid", "marker-end" -> "marker".equals(to);
            default -> linkFits(from, to);
        };
    }

    private static boolean linkFits(String from, String to) {
        if ("use".equals(from)) {
            return isShape(to) || Set.of("g", "symbol", "svg", "use").contains(to);
        }
        return "pattern".equals(from) ? "pattern".equals(to) : to.endsWith("Gradient");
    }

    private static Map<String, Map<String, Kind>> elements() {
        Map<String, Map<String, Kind>> all = new HashMap<>();
        Map<String, Kind> moved = Map.of("transform", Kind.TRANSFORM);
        all.put("svg", plus(BOX, VIEW));
        all.put("g", moved);
        all.put("defs", moved);
        all.put("symbol", VIEW);
        all.put("use", plus(plus(BOX, moved), entry("href", Kind.LINK)));
        all.put("path", plus(moved, entry("d", Kind.PATH)));
        all.put("rect", plus(plus(BOX, moved), entry("rx", Kind.EXTENT), entry("ry", Kind.EXTENT)));
        all.put("circle", plus(moved, lengths("cx", "cy"), extents("r")));
        all.put("ellipse", plus(moved, lengths("cx", "cy"), extents("rx", "ry")));
        all.put("line", plus(moved, lengths("x1", "y1", "x2", "y2")));
        all.put("polyline", plus(moved, entry("points", Kind.POINTS)));
        all.put("polygon", plus(moved, entry("points", Kind.POINTS)));
        all.put("linearGradient", plus(GRADIENT, lengths("x1", "y1", "x2", "y2")));
        all.put("radialGradient", plus(GRADIENT, lengths("cx", "cy", "fx", "fy"), extents("r")));
        all.put("stop", Map.of("offset", Kind.OFFSET));
        all.put("clipPath", plus(moved, entry("clipPathUnits", Kind.UNITS)));
        all.put(
                "mask",
                plus(BOX, entry("maskUnits", Kind.UNITS), entry("maskContentUnits", Kind.UNITS)));
        all.put(
                "pattern",
                plus(
                        plus(BOX, VIEW),
                        entry("patternUnits", Kind.UNITS),
                        entry("patternContentUnits", Kind.UNITS),
                        entry("patternTransform", Kind.TRANSFORM),
                        entry("href", Kind.LINK)));
        all.put(
                "marker",
                plus(
                        plus(VIEW, lengths("refX", "refY"), extents("markerWidth", "markerHeight")),
                        entry("markerUnits", Kind.MARKER_UNITS),
                        entry("orient", Kind.ORIENT)));
        filters(all);
        return Map.copyOf(all);
    }

    private static void filters(Map<String, Map<String, Kind>> all) {
        all.put(
                "filter",
                plus(BOX, entry("filterUnits", Kind.UNITS), entry("primitiveUnits", Kind.UNITS)));
        all.put("feGaussianBlur", plus(PRIMITIVE, entry("stdDeviation", Kind.DEVIATION)));
        all.put("feOffset", plus(PRIMITIVE, entry("dx", Kind.NUMBER), entry("dy", Kind.NUMBER)));
        all.put("feBlend", plus(PRIMITIVE, entry("in2", Kind.INPUT), entry("mode", Kind.BLEND)));
        all.put(
                "feColorMatrix",
                plus(PRIMITIVE, entry("type", Kind.MATRIX), entry("values", Kind.NUMBERS)));
        all.put(
                "feComposite",
                plus(
                        PRIMITIVE,
                        entry("in2", Kind.INPUT),
                        entry("operator", Kind.COMPOSITE),
                        entry("k1", Kind.NUMBER),
                        entry("k2", Kind.NUMBER),
                        entry("k3", Kind.NUMBER),
                        entry("k4", Kind.NUMBER)));
        all.put("feFlood", PRIMITIVE);
        all.put("feMerge", PRIMITIVE);
        all.put("feMergeNode", Map.of("in", Kind.INPUT));
        all.put("feComponentTransfer", PRIMITIVE);
        all.put("feFuncR", FUNCTION);
        all.put("feFuncG", FUNCTION);
        all.put("feFuncB", FUNCTION);
        all.put("feFuncA", FUNCTION);
    }

    private static Map<String, Treatment> others() {
        Map<String, Treatment> others = new HashMap<>();
        others.put("a", Treatment.GROUP);
        others.put("switch", Treatment.CHOOSE);
        others.put("style", Treatment.STYLE);
        others.put("foreignObject", Treatment.FOREIGN);
        put(others, Treatment.SCRIPT, "script", "handler", "listener");
        put(others, Treatment.TEXT, "text", "flowRoot", "flowDiv", "flowPara", "flow", "flowDef");
        put(others, Treatment.PICTURE, "image", "feImage", "video", "audio", "iframe", "canvas");
        put(
                others,
                Treatment.LEAVE_OUT,
                "metadata",
                "title",
                "desc",
                "view",
                "cursor",
                "color-profile",
                "font",
                "font-face",
                "tspan",
                "textPath",
                "tref",
                "flowRegion",
                "namedview");
        put(
                others,
                Treatment.STAND_STILL,
                "animate",
                "animateColor",
                "animateMotion",
                "animateTransform",
                "set",
                "mpath",
                "discard");
        return Map.copyOf(others);
    }

    private static void put(Map<String, Treatment> to, Treatment treatment, String... names) {
        for (String name : names) {
            to.put(name, treatment);
        }
    }

    private static Map<String, Kind> lengths(String... names) {
        return of(Kind.LENGTH, names);
    }

    private static Map<String, Kind> extents(String... names) {
        return of(Kind.EXTENT, names);
    }

    private static Map<String, Kind> of(Kind kind, String... names) {
        Map<String, Kind> map = new HashMap<>();
        for (String name : names) {
            map.put(name, kind);
        }
        return map;
    }

    @SafeVarargs
    private static Map<String, Kind> plus(Map<String, Kind> first, Map<String, Kind>... more) {
        Map<String, Kind> all = new HashMap<>(first);
        for (Map<String, Kind> part : more) {
            all.putAll(part);
        }
        return Map.copyOf(all);
    }

    @SafeVarargs
    private static Map<String, Kind> plus(
            Map<String, Kind> first, Map.Entry<String, Kind>... more) {
        Map<String, Kind> all = new HashMap<>(first);
        for (Map.Entry<String, Kind> part : more) {
            all.put(part.getKey(), part.getValue());
        }
        return Map.copyOf(all);
    }
}
