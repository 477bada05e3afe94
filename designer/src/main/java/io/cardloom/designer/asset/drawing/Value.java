package io.cardloom.designer.asset.drawing;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one attribute's or property's value by its grammar and writes it anew. */
final class Value {

    /** The grammars. */
    enum Kind {
        LENGTH,
        EXTENT,
        NUMBER,
        NUMBERS,
        OPACITY,
        OFFSET,
        MITER,
        DASHES,
        DEVIATION,
        VIEW_BOX,
        ASPECT,
        TRANSFORM,
        PATH,
        POINTS,
        LINK,
        PAINT,
        REFERENCE,
        ORIENT,
        INPUT,
        RESULT,
        UNITS,
        MARKER_UNITS,
        SPREAD,
        FUNCTION,
        BLEND,
        MATRIX,
        COMPOSITE,
        RULE,
        CAP,
        JOIN,
        DISPLAY,
        VISIBILITY,
        OVERFLOW,
        INTERPOLATION
    }

    private static final Pattern ASPECT =
            Pattern.compile("(none|x(Min|Mid|Max)Y(Min|Mid|Max))(\\s+(meet|slice))?");
    private static final Pattern RESULT = Pattern.compile("[A-Za-z0-9_-]{1,60}");

    private Value() {}

    /** The value written anew; null when it is not one of its kind and is left out. */
    static @Nullable String clean(Kind kind, String raw) {
        String text = raw.strip();
        return switch (kind) {
            case LENGTH -> Numbers.length(text);
            case EXTENT -> notNegative(Numbers.length(text));
            case NUMBER -> number(text, -Limits.COORDINATE, Limits.COORDINATE);
            case NUMBERS -> numbers(text, 256);
            case OPACITY, OFFSET -> fraction(text);
            case MITER -> number(text, 1, 10_000);
            case DASHES -> dashes(text);
            case DEVIATION -> deviation(text);
            case VIEW_BOX -> viewBox(text);
            case ASPECT -> aspect(text);
            case TRANSFORM -> Transforms.clean(text);
            case ORIENT -> "auto".equals(text) ? text : number(text, -3600, 3600);
            case INPUT -> input(text);
            case RESULT -> RESULT.matcher(text).matches() ? "r-" + text : null;
            default -> word(kind, text);
        };
    }

    private static @Nullable String word(Kind kind, String text) {
        String word = text.toLowerCase(Locale.ROOT);
        return switch (kind) {
            case UNITS -> one(text, "userSpaceOnUse", "objectBoundingBox");
            case MARKER_UNITS -> one(text, "userSpaceOnUse", "strokeWidth");
            case SPREAD -> one(word, "pad", "reflect", "repeat");
            case FUNCTION -> one(word, "identity", "table", "discrete", "linear", "gamma");
            case BLEND -> one(word, "normal", "multiply", "screen", "darken", "lighten");
            case MATRIX -> one(text, "matrix", "saturate", "hueRotate", "luminanceToAlpha");
            case COMPOSITE -> one(word, "over", "in", "out", "atop", "xor", "arithmetic");
            case RULE -> one(word, "nonzero", "evenodd", "inherit");
            case CAP -> one(word, "butt", "round", "square", "inherit");
            case JOIN -> one(word, "miter", "round", "bevel", "inherit");
            case DISPLAY -> "none".equals(word) ? "none" : null;
            case VISIBILITY -> one(word, "visible", "hidden", "collapse", "inherit");
            case OVERFLOW -> one(word, "visible", "hidden", "scroll", "auto");
            case INTERPOLATION ->
                    "linearrgb".equals(word) ? "linearRGB" : "srgb".equals(word) ? "sRGB" : null;
            default -> throw new IllegalArgumentException(kind.name());
        };
    }

    private static @Nullable String one(String text, String... words) {
        return Set.of(words).contains(text) ? text : null;
    }

    private static @Nullable String notNegative(@Nullable String length) {
        return length == null || length.startsWith("-") ? null : length;
    }

    private static @Nullable String number(String text, double least, double most) {
        Double value = Numbers.number(text);
        return value == null || value < least || value > most ? null : Numbers.write(value);
    }

    private static @Nullable String numbers(String text, int most) {
        List<Double> all = Numbers.list(text, most);
        return all == null || all.isEmpty() ? null : Numbers.write(all);
    }

    private static @Nullable String fraction(String text) {
        Double value = Numbers.fraction(text);
        return value == null ? null : Numbers.write(Math.clamp(value, 0, 1));
    }

    private static @Nullable String dashes(String text) {
        if ("none".equals(text) || "inherit".equals(text)) {
            return text;
        }
        StringBuilder clean = new StringBuilder();
        double sum = 0;
        int count = 0;
        for (String part : text.split("[\\s,]+", -1)) {
            Double length = part.isEmpty() ? null : Numbers.absolute(part);
            if (length == null || length < 0 || ++count > 100) {
                return null;
            }
            sum += length;
            clean.append(clean.isEmpty() ? "" : " ").append(Numbers.write(length));
        }
        return sum > 0 ? clean.toString() : "none";
    }

    private static @Nullable String deviation(String text) {
        List<Double> all = Numbers.list(text, 2);
        if (all == null || all.isEmpty() || all.stream().anyMatch(d -> d < 0)) {
            return null;
        }
        if (all.stream().anyMatch(d -> d > 1_000)) {
            throw Limits.filter();
        }
        return Numbers.write(all);
    }

    private static @Nullable String viewBox(String text) {
        List<Double> all = Numbers.list(text, 4);
        boolean good = all != null && all.size() == 4 && all.get(2) > 0 && all.get(3) > 0;
        return good && all != null ? Numbers.write(all) : null;
    }

    private static @Nullable String aspect(String text) {
        String plain = text.startsWith("defer") ? text.substring(5).strip() : text;
        return ASPECT.matcher(plain).matches() ? plain.replaceAll("\\s+", " ") : null;
    }

    private static @Nullable String input(String text) {
        if ("SourceGraphic".equals(text) || "SourceAlpha".equals(text)) {
            return text;
        }
        return RESULT.matcher(text).matches() && !text.startsWith("Background")
                ? "r-" + text
                : null;
    }
}
