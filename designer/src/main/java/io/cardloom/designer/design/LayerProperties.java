package io.cardloom.designer.design;

import io.cardloom.designer.asset.AssetDigest;
import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.field.FieldKey;
import io.cardloom.tenancy.refusal.Refusal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A layer as the flat properties that edits name and JSON shows. */
final class LayerProperties {

    private final Map<String, Object> left;

    private LayerProperties(Map<String, ?> properties) {
        this.left = new HashMap<>(properties);
    }

    /** All properties of a layer, {@code type} among them. */
    static TreeMap<String, Object> of(Layer layer) {
        TreeMap<String, Object> all = new TreeMap<>();
        all.put("face", word(layer.face()));
        all.put("order", layer.order());
        all.put("name", layer.name());
        all.put("x", layer.box().x());
        all.put("y", layer.box().y());
        all.put("width", layer.box().width());
        all.put("height", layer.box().height());
        all.put("rotation", layer.box().rotation());
        all.put("opacity", layer.opacity());
        all.put("locked", layer.locked());
        all.put("hidden", layer.hidden());
        switch (layer.content()) {
            case TextContent text -> {
                all.put("type", "text");
                all.put("text", text.text());
                putType(all, text.font(), text.weight(), text.size(), text.color(), text.align());
            }
            case FieldContent field -> {
                all.put("type", "field");
                all.put("key", word(field.key()));
                all.put("label", field.label());
                all.put("sample", field.sample());
                putType(
                        all,
                        field.font(),
                        field.weight(),
                        field.size(),
                        field.color(),
                        field.align());
            }
            case ImageContent image -> {
                all.put("type", "image");
                all.put("asset", image.asset().hex());
            }
            case ShapeContent shape -> {
                all.put("type", "shape");
                all.put("shape", word(shape.shape()));
                all.put("fill", shape.fill());
            }
        }
        return all;
    }

    private static void putType(
            Map<String, Object> all, String font, int weight, int size, String color, Align align) {
        all.put("font", font);
        all.put("weight", weight);
        all.put("size", size);
        all.put("color", color);
        all.put("align", word(align));
    }

    /**
     * The layer of these properties: each one there, none too many, each within its bounds.
     *
     * @throws Refusal {@code LAYER_TYPE_UNKNOWN}, {@code PROPERTY_MISSING}, {@code
     *     PROPERTY_UNKNOWN}, {@code PROPERTY_TYPE}, {@code VALUE_UNKNOWN}, or the refusal of a
     *     value out of its bounds
     */
    static Layer layer(Map<String, ?> properties) {
        LayerProperties taken = new LayerProperties(properties);
        Content content = taken.content();
        Layer layer =
                new Layer(
                        taken.word("face", Face.values()),
                        taken.text("order"),
                        taken.text("name"),
                        new Box(
                                taken.number("x"),
                                taken.number("y"),
                                taken.number("width"),
                                taken.number("height"),
                                taken.number("rotation")),
                        taken.number("opacity"),
                        taken.truth("locked"),
                        taken.truth("hidden"),
                        content);
        if (!taken.left.isEmpty()) {
            // The name comes from outside: it is told back only when it looks like one of ours.
            String name = taken.left.keySet().iterator().next();
            throw Refusal.invalid(
                    "PROPERTY_UNKNOWN",
                    name.matches("[a-zA-Z]{1,20}")
                            ? "A layer of this type has no property '" + name + "'."
                            : "A layer of this type has no such property.");
        }
        return layer;
    }

    private Content content() {
        String type = text("type");
        return switch (type) {
            case "text" ->
                    new TextContent(
                            text("text"),
                            text("font"),
                            number("weight"),
                            number("size"),
                            text("color"),
                            word("align", Align.values()));
            case "field" ->
                    new FieldContent(
                            word("key", FieldKey.values()),
                            text("label"),
                            text("sample"),
                            text("font"),
                            number("weight"),
                            number("size"),
                            text("color"),
                            word("align", Align.values()));
            case "image" -> new ImageContent(asset());
            case "shape" ->
                    new ShapeContent(word("shape", ShapeContent.Kind.values()), text("fill"));
            default ->
                    throw Refusal.invalid(
                            "LAYER_TYPE_UNKNOWN",
                            "A layer's type has to be text, image, shape or field.");
        };
    }

    private AssetDigest asset() {
        try {
            return new AssetDigest(text("asset"));
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid(
                    "VALUE_UNKNOWN", "'asset' has to be the SHA-256 of an uploaded picture.");
        }
    }

    private Object take(String name) {
        Object value = left.remove(name);
        if (value == null) {
            throw Refusal.invalid("PROPERTY_MISSING", "A layer needs the property '" + name + "'.");
        }
        return value;
    }

    private String text(String name) {
        if (take(name) instanceof String text) {
            return text;
        }
        throw mistyped(name, "text");
    }

    private int number(String name) {
        if (take(name) instanceof Integer number) {
            return number;
        }
        throw mistyped(name, "a whole number of less than ten digits");
    }

    private boolean truth(String name) {
        if (take(name) instanceof Boolean truth) {
            return truth;
        }
        throw mistyped(name, "true or false");
    }

    private <E extends Enum<E>> E word(String name, E[] words) {
        String text = text(name);
        return Arrays.stream(words)
                .filter(w -> word(w).equals(text))
                .findFirst()
                .orElseThrow(
                        () ->
                                Refusal.invalid(
                                        "VALUE_UNKNOWN",
                                        "'"
                                                + name
                                                + "' has to be one of "
                                                + Arrays.stream(words)
                                                        .map(LayerProperties::word)
                                                        .collect(Collectors.joining(", "))
                                                + "."));
    }

    private static Refusal mistyped(String name, String what) {
        return Refusal.invalid("PROPERTY_TYPE", "'" + name + "' has to be " + what + ".");
    }

    /** The word that JSON uses: lower case, words apart by an underscore. */
    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
