package io.cardloom.designer.asset.drawing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers and lengths, as SVG 1.1 writes them (4.2), read within bounds and written plainly. */
final class Numbers {

    private static final String NUMBER = "[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d{1,3})?";
    private static final Pattern LENGTH =
            Pattern.compile("(" + NUMBER + ")(px|pt|pc|mm|cm|in|em|ex|%)?");
    private static final Pattern NEXT = Pattern.compile(NUMBER);

    private Numbers() {}

    /** One number; null when it is none. */
    static @Nullable Double number(String text) {
        Matcher matcher = LENGTH.matcher(text.strip());
        return matcher.matches() && matcher.group(2) == null
                ? Double.valueOf(bounded(matcher.group(1)))
                : null;
    }

    /** A number or a percentage, the latter as its hundredth part. */
    static @Nullable Double fraction(String text) {
        Matcher matcher = LENGTH.matcher(text.strip());
        if (!matcher.matches()) {
            return null;
        }
        double value = bounded(matcher.group(1));
        String unit = matcher.group(2);
        if (unit == null) {
            return value;
        }
        return "%".equals(unit) ? value / 100 : null;
    }

    /** A length in user units; percentages stay what they are. Null when it is none. */
    static @Nullable String length(String text) {
        Matcher matcher = LENGTH.matcher(text.strip());
        if (!matcher.matches()) {
            return null;
        }
        double value = bounded(matcher.group(1));
        String unit = matcher.group(2);
        return "%".equals(unit)
                ? write(value) + "%"
                : write(checked(value * units(unit == null ? "px" : unit)));
    }

    /** A length that is neither a percentage nor anything else; null otherwise. */
    static @Nullable Double absolute(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String length = length(text);
        return length == null || length.endsWith("%") ? null : Double.valueOf(length);
    }

    private static double units(String unit) {
        return switch (unit) {
            case "pt" -> 96 / 72.0;
            case "pc" -> 16;
            case "mm" -> 96 / 25.4;
            case "cm" -> 96 / 2.54;
            case "in" -> 96;
            case "em" -> 16;
            case "ex" -> 8;
            default -> 1;
        };
    }

    /** Numbers between commas and white space; null when anything else is between them. */
    static @Nullable List<Double> list(String text, int most) {
        List<Double> all = new ArrayList<>();
        Matcher matcher = NEXT.matcher(text);
        int at = 0;
        while (matcher.find()) {
            if (!separators(text, at, matcher.start()) || all.size() == most) {
                return null;
            }
            all.add(bounded(matcher.group()));
            at = matcher.end();
        }
        return separators(text, at, text.length()) ? all : null;
    }

    private static boolean separators(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c != ',' && !Character.isWhitespace(c)) {
                return false;
            }
        }
        return true;
    }

    static String write(List<Double> numbers) {
        StringBuilder text = new StringBuilder();
        for (double number : numbers) {
            text.append(text.isEmpty() ? "" : " ").append(write(number));
        }
        return text.toString();
    }

    /** Without an exponent, which style properties do not know. */
    static String write(double value) {
        float single = (float) value;
        if (single == Math.rint(single) && Math.abs(single) < 1e9) {
            return Long.toString((long) single);
        }
        if (Math.abs(single) < 1e-12) {
            return "0";
        }
        return new BigDecimal(Float.toString(single)).stripTrailingZeros().toPlainString();
    }

    private static double bounded(String number) {
        return checked(Double.parseDouble(number));
    }

    static double checked(double value) {
        if (!(Math.abs(value) <= Limits.COORDINATE)) {
            throw Limits.coordinates();
        }
        return value;
    }
}
