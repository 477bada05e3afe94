package io.cardloom.designer.asset.drawing;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Transform lists (SVG 1.1, 7.6). */
final class Transforms {

    private static final int MOST = 50;
    private static final Pattern FUNCTION =
            Pattern.compile(
                    "\\G[\\s,]*(matrix|translate|scale|rotate|skewX|skewY)\\s*\\(([^()]{1,400})\\)");

    private Transforms() {}

    /** The list written anew; null when any part of it is damaged. */
    static @Nullable String clean(String text) {
        StringBuilder clean = new StringBuilder();
        Matcher matcher = FUNCTION.matcher(text);
        int end = 0;
        int count = 0;
        while (matcher.find()) {
            List<Double> numbers = Numbers.list(matcher.group(2), 6);
            if (numbers == null || !fits(matcher.group(1), numbers.size()) || ++count > MOST) {
                return null;
            }
            clean.append(clean.isEmpty() ? "" : " ")
                    .append(matcher.group(1))
                    .append('(')
                    .append(Numbers.write(numbers))
                    .append(')');
            end = matcher.end();
        }
        return text.substring(end).isBlank() && !clean.isEmpty() ? clean.toString() : null;
    }

    private static boolean fits(String function, int numbers) {
        return switch (function) {
            case "matrix" -> numbers == 6;
            case "translate", "scale" -> numbers == 1 || numbers == 2;
            case "rotate" -> numbers == 1 || numbers == 3;
            default -> numbers == 1;
        };
    }
}
