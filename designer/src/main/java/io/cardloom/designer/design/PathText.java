package io.cardloom.designer.design;

import io.cardloom.tenancy.refusal.Refusal;
import java.awt.geom.Path2D;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The small part of SVG's path data (SVG 1.1, 8.3) that documents hold. */
final class PathText {

    static final int MOST_CHARACTERS = 20_000;

    private static final int MOST = 1_000_000;

    /** A letter with the numbers after it; one match begins where the last one ended. */
    private static final Pattern STEP =
            Pattern.compile("\\G([MLQCZ])((?:[ ,]?-?[0-9]{1,7})*+)[ ]?");

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+");

    private PathText() {}

    /**
     * @throws Refusal {@code PATH_FORM}
     */
    static Path2D.Double read(String d) {
        if (d.length() > MOST_CHARACTERS) {
            throw form();
        }
        Path2D.Double path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        Matcher steps = STEP.matcher(d);
        int end = 0;
        while (steps.find()) {
            end = steps.end();
            step(path, steps.group(1).charAt(0), numbers(steps.group(2)));
        }
        if (end == 0 || end != d.length()) {
            throw form();
        }
        return path;
    }

    private static void step(Path2D.Double path, char letter, int[] n) {
        if (letter != 'M' && path.getCurrentPoint() == null) {
            throw form();
        }
        int each =
                switch (letter) {
                    case 'M', 'L' -> 2;
                    case 'Q' -> 4;
                    case 'C' -> 6;
                    default -> 0;
                };
        if (each == 0) {
            if (n.length > 0) {
                throw form();
            }
            path.closePath();
            return;
        }
        if (n.length == 0 || n.length % each != 0) {
            throw form();
        }
        for (int i = 0; i < n.length; i += each) {
            switch (letter) {
                case 'M' -> {
                    if (i == 0) {
                        path.moveTo(n[0], n[1]);
                    } else {
                        path.lineTo(n[i], n[i + 1]);
                    }
                }
                case 'L' -> path.lineTo(n[i], n[i + 1]);
                case 'Q' -> path.quadTo(n[i], n[i + 1], n[i + 2], n[i + 3]);
                default -> path.curveTo(n[i], n[i + 1], n[i + 2], n[i + 3], n[i + 4], n[i + 5]);
            }
        }
    }

    private static int[] numbers(String text) {
        int[] numbers =
                NUMBER.matcher(text)
                        .results()
                        .mapToInt(number -> Integer.parseInt(number.group()))
                        .toArray();
        for (int number : numbers) {
            if (Math.abs(number) > MOST) {
                throw form();
            }
        }
        return numbers;
    }

    private static Refusal form() {
        return Refusal.invalid(
                "PATH_FORM",
                "'d' has to be path data of up to 20000 characters that begins with M, of M, L, Q,"
                        + " C and Z with whole numbers from -1000000 to 1000000.");
    }
}
