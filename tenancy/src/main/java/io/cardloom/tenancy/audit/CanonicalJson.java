package io.cardloom.tenancy.audit;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON in the one form of RFC 8785 (JCS): keys sorted by UTF-16 code unit, no spaces, the
 * shortest escapes. Takes maps with string keys, lists, strings, whole numbers within ±2^53,
 * booleans and null; the trail needs no fractions and refuses them.
 */
final class CanonicalJson {

    private static final long WHOLE = 1L << 53;

    private CanonicalJson() {}

    static String write(@Nullable Object value) {
        StringBuilder out = new StringBuilder();
        append(out, value);
        return out.toString();
    }

    private static void append(StringBuilder out, @Nullable Object value) {
        switch (value) {
            case null -> out.append("null");
            case String text -> string(out, text);
            case Boolean truth -> out.append(truth);
            case Integer number -> out.append(number);
            case Long number -> out.append(checked(number));
            case Map<?, ?> map -> object(out, map);
            case List<?> list -> array(out, list);
            default -> throw new IllegalArgumentException("no canonical form for this type");
        }
    }

    private static long checked(long number) {
        if (number > WHOLE || number < -WHOLE) {
            throw new IllegalArgumentException("beyond the whole numbers of JSON");
        }
        return number;
    }

    private static void object(StringBuilder out, Map<?, ?> map) {
        Map<String, @Nullable Object> sorted = new TreeMap<>();
        map.forEach((key, value) -> sorted.put((String) key, value));
        out.append('{');
        Iterator<Map.Entry<String, @Nullable Object>> entries = sorted.entrySet().iterator();
        while (entries.hasNext()) {
            Map.Entry<String, @Nullable Object> entry = entries.next();
            string(out, entry.getKey());
            out.append(':');
            append(out, entry.getValue());
            out.append(entries.hasNext() ? "," : "");
        }
        out.append('}');
    }

    private static void array(StringBuilder out, List<?> list) {
        out.append('[');
        for (int i = 0; i < list.size(); i++) {
            out.append(i > 0 ? "," : "");
            append(out, list.get(i));
        }
        out.append(']');
    }

    private static void string(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> plain(out, text, i, c);
            }
        }
        out.append('"');
    }

    private static void plain(StringBuilder out, String text, int i, char c) {
        boolean low = i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
        boolean high = i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
        if (Character.isLowSurrogate(c) ? !low : Character.isHighSurrogate(c) && !high) {
            throw new IllegalArgumentException("half a character cannot be written");
        }
        if (c < ' ') {
            out.append(String.format("\\u%04x", (int) c));
        } else {
            out.append(c);
        }
    }
}
