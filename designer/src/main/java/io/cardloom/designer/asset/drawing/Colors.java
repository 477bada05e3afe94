package io.cardloom.designer.asset.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Colors as browsers know them, written as SVG 1.1 knows them: six hexadecimal digits, with the
 * opacity beside it.
 */
final class Colors {

    /**
     * A color.
     *
     * @param text {@code #rrggbb}, a name, {@code none}, {@code currentColor} or {@code inherit}
     * @param opacity 0 to 1
     */
    record Color(String text, double opacity) {}

    private static final Pattern HEX =
            Pattern.compile("#([0-9a-f]{3}|[0-9a-f]{4}|[0-9a-f]{6}|[0-9a-f]{8})");
    private static final Pattern FUNCTION = Pattern.compile("(rgba?|hsla?)\\(([^()]{1,100})\\)");

    private static final Set<String> NAMES =
            Set.of(
                    ("aliceblue antiquewhite aqua aquamarine azure beige bisque black"
                         + " blanchedalmond blue blueviolet brown burlywood cadetblue chartreuse"
                         + " chocolate coral cornflowerblue cornsilk crimson cyan darkblue darkcyan"
                         + " darkgoldenrod darkgray darkgreen darkgrey darkkhaki darkmagenta"
                         + " darkolivegreen darkorange darkorchid darkred darksalmon darkseagreen"
                         + " darkslateblue darkslategray darkslategrey darkturquoise darkviolet"
                         + " deeppink deepskyblue dimgray dimgrey dodgerblue firebrick floralwhite"
                         + " forestgreen fuchsia gainsboro ghostwhite gold goldenrod gray grey"
                         + " green greenyellow honeydew hotpink indianred indigo ivory khaki"
                         + " lavender lavenderblush lawngreen lemonchiffon lightblue lightcoral"
                         + " lightcyan lightgoldenrodyellow lightgray lightgreen lightgrey"
                         + " lightpink lightsalmon lightseagreen lightskyblue lightslategray"
                         + " lightslategrey lightsteelblue lightyellow lime limegreen linen magenta"
                         + " maroon mediumaquamarine mediumblue mediumorchid mediumpurple"
                         + " mediumseagreen mediumslateblue mediumspringgreen mediumturquoise"
                         + " mediumvioletred midnightblue mintcream mistyrose moccasin navajowhite"
                         + " navy oldlace olive olivedrab orange orangered orchid palegoldenrod"
                         + " palegreen paleturquoise palevioletred papayawhip peachpuff peru pink"
                         + " plum powderblue purple red rosybrown royalblue saddlebrown salmon"
                         + " sandybrown seagreen seashell sienna silver skyblue slateblue slategray"
                         + " slategrey snow springgreen steelblue tan teal thistle tomato turquoise"
                         + " violet wheat white whitesmoke yellow yellowgreen")
                            .split(" "));

    private Colors() {}

    /** Null when it is no color; {@code transparent} is black with opacity 0. */
    static @Nullable Color color(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        int icc = word.indexOf("icc-color");
        if (icc > 0) {
            word = word.substring(0, icc).strip();
        }
        if (NAMES.contains(word)) {
            return new Color(word, 1);
        }
        return switch (word) {
            case "none" -> new Color("none", 1);
            case "inherit" -> new Color("inherit", 1);
            case "currentcolor" -> new Color("currentColor", 1);
            case "transparent" -> new Color("#000000", 0);
            default -> word.startsWith("#") ? hex(word) : function(word);
        };
    }

    private static @Nullable Color hex(String word) {
        if (!HEX.matcher(word).matches()) {
            return null;
        }
        String digits = word.substring(1);
        if (digits.length() < 6) {
            digits = digits.replaceAll("(.)", "$1$1");
        }
        double opacity =
                digits.length() == 8 ? Integer.parseInt(digits.substring(6), 16) / 255.0 : 1;
        return new Color("#" + digits.substring(0, 6), opacity);
    }

    private static @Nullable Color function(String word) {
        Matcher matcher = FUNCTION.matcher(word);
        if (!matcher.matches()) {
            return null;
        }
        List<String> parts = new ArrayList<>();
        for (String part : matcher.group(2).split("[\\s,/]+", -1)) {
            if (!part.isEmpty()) {
                parts.add(part);
            }
        }
        if (parts.size() != 3 && parts.size() != 4) {
            return null;
        }
        Double opacity = parts.size() == 4 ? Numbers.fraction(parts.get(3)) : Double.valueOf(1);
        int[] rgb = matcher.group(1).startsWith("rgb") ? rgb(parts) : hsl(parts);
        if (opacity == null || rgb.length == 0) {
            return null;
        }
        return new Color(
                "#%02x%02x%02x".formatted(rgb[0], rgb[1], rgb[2]), Math.clamp(opacity, 0, 1));
    }

    private static int[] rgb(List<String> parts) {
        int[] rgb = new int[3];
        for (int i = 0; i < 3; i++) {
            Double value = Numbers.fraction(parts.get(i));
            if (value == null) {
                return new int[0];
            }
            double scaled = parts.get(i).endsWith("%") ? value * 255 : value;
            rgb[i] = (int) Math.round(Math.clamp(scaled, 0, 255));
        }
        return rgb;
    }

    /** CSS Color 4, 7.1. */
    private static int[] hsl(List<String> parts) {
        Double hue = Numbers.number(parts.get(0).replace("deg", ""));
        Double saturation = Numbers.fraction(parts.get(1));
        Double lightness = Numbers.fraction(parts.get(2));
        if (hue == null || saturation == null || lightness == null) {
            return new int[0];
        }
        double s = Math.clamp(saturation, 0, 1);
        double l = Math.clamp(lightness, 0, 1);
        int[] rgb = new int[3];
        int[] phases = {0, 8, 4};
        for (int i = 0; i < 3; i++) {
            double k = ((phases[i] + hue / 30) % 12 + 12) % 12;
            double value = l - s * Math.min(l, 1 - l) * Math.clamp(Math.min(k - 3, 9 - k), -1, 1);
            rgb[i] = (int) Math.round(value * 255);
        }
        return rgb;
    }
}
