package io.cardloom.designer.design;

import io.cardloom.designer.asset.AssetDigest;
import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.field.FieldKey;
import io.cardloom.tenancy.refusal.Refusal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes the properties of one layer, one after the other, until none is left. */
final class LayerReader {

    private final Map<String, Object> left;
    private String type = "";

    LayerReader(Map<String, ?> properties) {
        this.left = new HashMap<>(properties);
    }

    Layer layer() {
        Content content = content();
        Layer layer =
                new Layer(
                        word("face", Face.values()),
                        text("order"),
                        text("name"),
                        new Box(
                                number("x"),
                                number("y"),
                                number("width"),
                                number("height"),
                                number("rotation")),
                        number("opacity"),
                        truth("locked"),
                        truth("hidden"),
                        new LayerTags(
                                text("group"),
                                truth("mandatory"),
                                word("surface", LayerTags.Surface.values()),
                                word("plate", LayerTags.Plate.values()),
                                text("slot")),
                        content);
        if (!left.isEmpty()) {
            // The name comes from outside: it is told back only when it looks like one of ours.
            String name = left.keySet().iterator().next();
            throw Refusal.invalid(
                    "PROPERTY_UNKNOWN",
                    name.matches("[a-zA-Z]{1,20}")
                            ? "A layer of this type has no property '" + name + "'."
                            : "A layer of this type has no such property.");
        }
        return layer;
    }

    private Content content() {
        type = text("type");
        return switch (type) {
            case "text" -> textContent();
            case "field" -> fieldContent();
            case "image" -> new ImageContent(asset(), crop(), filter());
            case "sketch" ->
                    new SketchContent(
                            asset(), crop(), number("threshold"), truth("invert"), text("color"));
            case "shape" ->
                    new ShapeContent(
                            word("shape", ShapeContent.Kind.values()),
                            number("radius"),
                            coloring());
            case "path" ->
                    new PathContent(
                            text("d"), number("viewWidth"), number("viewHeight"), coloring());
            case "code" ->
                    new CodeContent(
                            word("symbology", CodeContent.Symbology.values()),
                            text("data"),
                            text("color"),
                            text("ground"),
                            word("level", CodeContent.Level.values()));
            case "slot" -> new SlotContent(text("label"));
            default ->
                    throw Refusal.invalid(
                            "LAYER_TYPE_UNKNOWN",
                            "A layer's type has to be text, field, image, sketch, shape, path, code"
                                    + " or slot.");
        };
    }

    private TextContent textContent() {
        return new TextContent(
                text("text"),
                text("font"),
                number("weight"),
                number("size"),
                text("color"),
                word("align", Align.values()),
                number("tracking"),
                number("shrink"),
                number("arc"));
    }

    private FieldContent fieldContent() {
        return new FieldContent(
                word("key", FieldKey.values()),
                text("label"),
                text("sample"),
                text("font"),
                number("weight"),
                number("size"),
                text("color"),
                word("align", Align.values()),
                number("tracking"),
                number("shrink"));
    }

    private Crop crop() {
        return new Crop(
                number("cropLeft"),
                number("cropTop"),
                number("cropRight"),
                number("cropBottom"),
                truth("flipX"),
                truth("flipY"));
    }

    private PictureFilter filter() {
        return new PictureFilter(
                number("brightness"),
                number("contrast"),
                number("saturation"),
                word("tone", PictureFilter.Tone.values()),
                text("toneDark"),
                text("toneLight"),
                number("blur"));
    }

    private Coloring coloring() {
        return new Coloring(
                word("fillKind", Coloring.Kind.values()),
                text("fill"),
                text("fillEnd"),
                number("fillAngle"),
                text("stroke"),
                number("strokeWidth"));
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
        @Nullable Object value = left.remove(name);
        if (value == null) {
            value = LayerProperties.usual(type, name);
        }
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
                .filter(w -> LayerProperties.word(w).equals(text))
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
}
