package io.cardloom.designer.design;

import io.cardloom.tenancy.refusal.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON as Cardloom signs it: RFC 8785, and of numbers only integers. A tree is made of Map, List,
 * String, Integer, Long and Boolean; there is no null in it.
 */
final class CanonicalJson {

    /** Characters of the longest text that is read, and so of the longest that is stored. */
    static final int MOST_CHARACTERS = 4_000_000;

    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(16)
                                                    .maxNumberLength(20)
                                                    .maxDocumentLength(MOST_CHARACTERS)
                                                    .build())
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private CanonicalJson() {}

    /**
     * The tree of a text.
     *
     * @throws Refusal {@code DOCUMENT_TOO_LARGE}, {@code DOCUMENT_NOT_JSON} or {@code
     *     NUMBER_NOT_INTEGER}; sending it again does not help
     */
    static Object read(String json) {
        try {
            @Nullable JsonNode node = MAPPER.readTree(bounded(json));
            if (node == null || node.isMissingNode()) {
                throw notJson();
            }
            return tree(node);
        } catch (JacksonException e) {
            throw notJson();
        }
    }

    /**
     * The same text, if it can be read back.
     *
     * @throws Refusal {@code DOCUMENT_TOO_LARGE}
     */
    static String bounded(String json) {
        if (json.length() > MOST_CHARACTERS) {
            throw Refusal.invalid(
                    "DOCUMENT_TOO_LARGE",
                    "A document may have " + MOST_CHARACTERS + " characters of JSON.");
        }
        return json;
    }

    private static Refusal notJson() {
        return Refusal.invalid(
                "DOCUMENT_NOT_JSON",
                "This is not one JSON value with each name once and no null in it.");
    }

    private static Object tree(JsonNode node) {
        if (node.isObject()) {
            Map<String, Object> members = new TreeMap<>();
            node.properties().forEach(e -> members.put(e.getKey(), tree(e.getValue())));
            return members;
        }
        if (node.isArray()) {
            List<Object> items = new ArrayList<>(node.size());
            node.forEach(item -> items.add(tree(item)));
            return items;
        }
        if (node.isString()) {
            return node.stringValue();
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        if (node.isNumber()) {
            if (node.isInt()) {
                return node.intValue();
            }
            // RFC 8785 3.2.2.3: beyond this, readers do not agree on an integer.
            if (node.isLong() && Math.abs(node.longValue()) <= 9_007_199_254_740_991L) {
                return node.longValue();
            }
            throw Refusal.invalid(
                    "NUMBER_NOT_INTEGER",
                    "Each number has to be a whole number below 2 to the 53.");
        }
        throw notJson();
    }

    /** The canonical text of a tree (RFC 8785 3.2): no space, names in the order of UTF-16. */
    static String write(Object tree) {
        StringBuilder out = new StringBuilder(256);
        append(out, tree);
        return out.toString();
    }

    private static void append(StringBuilder out, @Nullable Object tree) {
        switch (tree) {
            case Map<?, ?> members -> {
                TreeMap<String, Object> sorted = new TreeMap<>();
                members.forEach((name, value) -> sorted.put((String) name, value));
                char before = '{';
                for (Map.Entry<String, Object> member : sorted.entrySet()) {
                    out.append(before);
                    appendText(out, member.getKey());
                    out.append(':');
                    append(out, member.getValue());
                    before = ',';
                }
                out.append(sorted.isEmpty() ? "{}" : "}");
            }
            case List<?> items -> {
                char before = '[';
                for (Object item : items) {
                    out.append(before);
                    append(out, item);
                    before = ',';
                }
                out.append(items.isEmpty() ? "[]" : "]");
            }
            case String text -> appendText(out, text);
            case Integer number -> out.append(number.intValue());
            case Long number -> out.append(number.longValue());
            case Boolean truth -> out.append(truth.booleanValue());
            case null, default ->
                    throw new IllegalArgumentException("not a value of canonical JSON");
        }
    }

    private static void appendText(StringBuilder out, String text) {
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
                default -> {
                    if (c < 0x20) {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
