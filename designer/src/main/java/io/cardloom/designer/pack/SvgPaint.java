package io.cardloom.designer.pack;

import io.cardloom.designer.design.PathContent;
import java.awt.geom.Rectangle2D;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a path of an SVG file is filled and stroked (SVG 1.1, 11), as far as packs take it.
 *
 * @param fill {@code #rrggbb}; null for none
 * @param stroke likewise
 * @param width of the stroke, in the path's own units
 */
record SvgPaint(@Nullable String fill, @Nullable String stroke, double width) {

    /** What a file begins with. */
    static final SvgPaint FIRST = new SvgPaint("#000000", null, 1);

    private static final Pattern LONG = Pattern.compile("#[0-9a-f]{6}");
    private static final Pattern SHORT = Pattern.compile("#([0-9a-f])([0-9a-f])([0-9a-f])");
    private static final Pattern NUMBER = Pattern.compile("([0-9]{0,5}(?:\\.[0-9]{1,8})?)(?:px)?");

    /** What changes nothing of what is seen. */
    private static final Set<String> UNSEEN =
            Set.of("id", "class", "version", "width", "height", "viewBox", "role", "d", "name");

    /** Values that say what is so anyway. */
    private static final Map<String, Set<String>> PLAIN =
            Map.ofEntries(
                    Map.entry("opacity", Set.of("1")),
                    Map.entry("fill-opacity", Set.of("1")),
                    Map.entry("stroke-opacity", Set.of("1")),
                    Map.entry("fill-rule", Set.of("nonzero")),
                    Map.entry("clip-rule", Set.of("nonzero", "evenodd")),
                    Map.entry("stroke-linecap", Set.of("round")),
                    Map.entry("stroke-linejoin", Set.of("round")),
                    Map.entry("stroke-dasharray", Set.of("none")),
                    Map.entry("stroke-dashoffset", Set.of("0")),
                    Map.entry("stroke-miterlimit", Set.of("4", "10")),
                    Map.entry("display", Set.of("inline")),
                    Map.entry("preserveAspectRatio", Set.of("xMidYMid meet")));

    private static final Map<String, String> NAMED =
            Map.of("black", "#000000", "white", "#ffffff", "currentcolor", "#000000");

    /**
     * The same with an attribute, or with a declaration of a {@code style}.
     *
     * @param notTaken told what there is no place for
     */
    SvgPaint with(String name, String value, Consumer<String> notTaken) {
        switch (name) {
            case "fill":
                return new SvgPaint(color(name, value, fill, notTaken), stroke, width);
            case "stroke":
                return new SvgPaint(fill, color(name, value, stroke, notTaken), width);
            case "stroke-width":
                var matcher = NUMBER.matcher(value);
                if (matcher.matches() && !matcher.group(1).isEmpty()) {
                    return new SvgPaint(fill, stroke, Double.parseDouble(matcher.group(1)));
                }
                notTaken.accept("stroke-width");
                return this;
            case "style":
                return styled(value, notTaken);
            default:
                boolean plain = PLAIN.getOrDefault(name, Set.of()).contains(value);
                if (!plain && !UNSEEN.contains(name) && !name.startsWith("aria-")) {
                    notTaken.accept(name);
                }
                return this;
        }
    }

    private SvgPaint styled(String style, Consumer<String> notTaken) {
        SvgPaint paint = this;
        for (String declaration : style.split(";", -1)) {
            String[] parts = declaration.split(":", 2);
            if (parts.length == 2) {
                paint = paint.with(parts[0].strip(), parts[1].strip(), notTaken);
            }
        }
        return paint;
    }

    private static @Nullable String color(
            String name, String value, @Nullable String before, Consumer<String> notTaken) {
        String color = value.toLowerCase(Locale.ROOT);
        if (color.equals("none")) {
            return null;
        }
        if (color.equals("inherit")) {
            return before;
        }
        String known = NAMED.getOrDefault(color, color);
        var three = SHORT.matcher(known);
        if (three.matches()) {
            known = three.replaceFirst("#$1$1$2$2$3$3");
        }
        if (!LONG.matcher(known).matches()) {
            notTaken.accept(
                    name + " " + (color.startsWith("url") ? "of a gradient" : "of that color"));
            return before;
        }
        return known;
    }

    boolean isSeen() {
        return fill != null || stroked();
    }

    private boolean stroked() {
        return stroke != null && width > 0;
    }

    Stream<String> colors() {
        return Stream.of(fill, stroked() ? stroke : null).filter(Objects::nonNull).map(c -> c);
    }

    /** What the path covers with its stroke. */
    Rectangle2D around(Rectangle2D outline, double scale) {
        double edge = stroked() ? width * scale / 2 : 0;
        return new Rectangle2D.Double(
                outline.getX() - edge,
                outline.getY() - edge,
                outline.getWidth() + 2 * edge,
                outline.getHeight() + 2 * edge);
    }

    /** The path in a field, its stroke scaled by as much as it is. */
    PathContent path(String d, int viewWidth, int viewHeight, double scale) {
        return PackBounds.path(
                d,
                viewWidth,
                viewHeight,
                fill,
                stroked() ? stroke : null,
                (int) Math.max(1, Math.round(width * scale)));
    }
}
