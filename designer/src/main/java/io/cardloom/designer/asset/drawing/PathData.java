package io.cardloom.designer.asset.drawing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Path data (SVG 1.1, 8.3), read segment by segment and written anew. What follows an error is left
 * out, as browsers do. Knows how long the path can be at most, from its control points.
 */
final class PathData {

    private final String text;
    private final StringBuilder clean = new StringBuilder();
    private int at;
    private int segments;
    private double length;
    private double x;
    private double y;
    private double startX;
    private double startY;
    private double reach;
    private double last;

    private PathData(String text) {
        this.text = text;
    }

    /** Null when not even the first segment can be read. */
    static @Nullable Outline read(String text) {
        PathData path = new PathData(text);
        path.segments();
        return path.segments == 0
                ? null
                : new Outline(path.clean.toString(), path.segments, path.length);
    }

    /** The points of a polyline or polygon (9.7). */
    static @Nullable Outline points(String text) {
        List<Double> all = Numbers.list(text, 2 * Limits.SEGMENTS);
        if (all == null || all.size() < 2) {
            return null;
        }
        List<Double> pairs = all.subList(0, all.size() / 2 * 2);
        double length = 0;
        for (int i = 2; i < pairs.size(); i += 2) {
            length +=
                    Math.hypot(
                            pairs.get(i) - pairs.get(i - 2), pairs.get(i + 1) - pairs.get(i - 1));
        }
        length +=
                Math.hypot(
                        pairs.get(0) - pairs.get(pairs.size() - 2), pairs.get(1) - pairs.getLast());
        return new Outline(Numbers.write(pairs), pairs.size() / 2, length);
    }

    private void segments() {
        char command = 0;
        while (true) {
            separators();
            if (at >= text.length()) {
                return;
            }
            char c = text.charAt(at);
            if ("MmZzLlHhVvCcSsQqTtAa".indexOf(c) >= 0) {
                command = c;
                at++;
            } else if (command == 'M' || command == 'm') {
                command = command == 'M' ? 'L' : 'l';
            } else if (command == 0 || command == 'Z' || command == 'z') {
                return;
            }
            if (segments == 0 && command != 'M' && command != 'm') {
                return;
            }
            if (!segment(command)) {
                return;
            }
            if (++segments > Limits.SEGMENTS) {
                throw Limits.path();
            }
        }
    }

    private boolean segment(char command) {
        boolean relative = Character.isLowerCase(command);
        char kind = Character.toUpperCase(command);
        if (kind == 'Z') {
            clean.append('Z');
            lineTo(startX, startY);
            reach = 0;
            return true;
        }
        double[] v = new double[arguments(kind)];
        for (int i = 0; i < v.length; i++) {
            boolean flag = kind == 'A' && (i == 3 || i == 4);
            double value = flag ? flag() : number();
            if (Double.isNaN(value)) {
                return false;
            }
            v[i] = value;
        }
        write(command, v);
        move(kind, v, relative ? x : 0, relative ? y : 0);
        return true;
    }

    private static int arguments(char kind) {
        return switch (kind) {
            case 'H', 'V' -> 1;
            case 'C' -> 6;
            case 'S', 'Q' -> 4;
            case 'A' -> 7;
            default -> 2;
        };
    }

    private void write(char command, double[] v) {
        clean.append(command);
        for (int i = 0; i < v.length; i++) {
            clean.append(i == 0 ? "" : " ").append(Numbers.write(v[i]));
        }
    }

    private void move(char kind, double[] v, double fromX, double fromY) {
        switch (kind) {
            case 'M' -> {
                x = startX = Numbers.checked(fromX + v[0]);
                y = startY = Numbers.checked(fromY + v[1]);
            }
            case 'H' -> lineTo(fromX + v[0], y);
            case 'V' -> lineTo(x, fromY + v[0]);
            case 'A' -> arcTo(v, fromX + v[5], fromY + v[6]);
            case 'S', 'T' -> curve(v, fromX, fromY);
            default -> through(v, fromX, fromY);
        }
        reach = reach(kind, v, fromX, fromY);
    }

    /** How far the last control point lies from the end, whose mirror the next curve may use. */
    private double reach(char kind, double[] v, double fromX, double fromY) {
        return switch (kind) {
            case 'C' -> Math.hypot(fromX + v[2] - x, fromY + v[3] - y);
            case 'S', 'Q' -> Math.hypot(fromX + v[0] - x, fromY + v[1] - y);
            case 'T' -> reach + last;
            default -> 0;
        };
    }

    private void curve(double[] v, double fromX, double fromY) {
        double before = length;
        through(v, fromX, fromY);
        last = length - before;
        length += 2 * reach;
    }

    private void through(double[] v, double fromX, double fromY) {
        for (int i = 0; i + 1 < v.length; i += 2) {
            lineTo(fromX + v[i], fromY + v[i + 1]);
        }
    }

    private void lineTo(double toX, double toY) {
        length += Math.hypot(toX - x, toY - y);
        x = Numbers.checked(toX);
        y = Numbers.checked(toY);
    }

    /** An arc is no longer than the whole ellipse, which grows when it does not reach (F.6.6). */
    private void arcTo(double[] v, double toX, double toY) {
        double rx = Math.abs(v[0]);
        double ry = Math.abs(v[1]);
        double chord = Math.hypot(toX - x, toY - y);
        double growth = Math.max(1, chord / Math.max(1e-9, 2 * Math.min(rx, ry)));
        length += Math.max(chord, 2 * Math.PI * Math.max(rx, ry) * growth);
        x = Numbers.checked(toX);
        y = Numbers.checked(toY);
    }

    private void separators() {
        while (at < text.length()
                && (text.charAt(at) == ',' || Character.isWhitespace(text.charAt(at)))) {
            at++;
        }
    }

    private double flag() {
        separators();
        if (at < text.length() && (text.charAt(at) == '0' || text.charAt(at) == '1')) {
            return text.charAt(at++) - '0';
        }
        return Double.NaN;
    }

    private double number() {
        separators();
        int begin = at;
        sign();
        int digits = digits();
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
            digits += digits();
        }
        if (digits == 0) {
            return Double.NaN;
        }
        exponent();
        return Numbers.checked(Double.parseDouble(text.substring(begin, at)));
    }

    private void sign() {
        if (at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
            at++;
        }
    }

    private int digits() {
        int begin = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at - begin;
    }

    private void exponent() {
        int before = at;
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            at++;
            sign();
            if (digits() == 0) {
                at = before;
            }
        }
    }
}
