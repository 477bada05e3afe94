package io.cardloom.designer.design;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A layer as the flat properties that edits name and JSON shows. A property that has its default
 * may be left out, and is left out of what is stored: a layer says what is special about it.
 */
final class LayerProperties {

    /** What a property is where it is left out; all others have to be there. */
    private static final Map<String, Object> DEFAULTS =
            Map.ofEntries(
                    Map.entry("group", ""),
                    Map.entry("mandatory", false),
                    Map.entry("surface", "both"),
                    Map.entry("plate", "color"),
                    Map.entry("slot", ""),
                    Map.entry("tracking", 0),
                    Map.entry("arc", 0),
                    Map.entry("cropLeft", 0),
                    Map.entry("cropTop", 0),
                    Map.entry("cropRight", 0),
                    Map.entry("cropBottom", 0),
                    Map.entry("flipX", false),
                    Map.entry("flipY", false),
                    Map.entry("brightness", 0),
                    Map.entry("contrast", 0),
                    Map.entry("saturation", 0),
                    Map.entry("tone", "color"),
                    Map.entry("toneDark", "#000000"),
                    Map.entry("toneLight", "#ffffff"),
                    Map.entry("blur", 0),
                    Map.entry("radius", 0),
                    Map.entry("fillKind", "solid"),
                    Map.entry("fillEnd", "#ffffff"),
                    Map.entry("fillAngle", 0),
                    Map.entry("stroke", "#000000"),
                    Map.entry("strokeWidth", 0),
                    Map.entry("ground", "#ffffff"),
                    Map.entry("level", "m"),
                    Map.entry("threshold", 128),
                    Map.entry("invert", false));

    private LayerProperties() {}

    /** What a property of a layer of this type is where it is left out; null where it may not. */
    static @Nullable Object usual(String type, String name) {
        if (name.equals("shrink")) {
            return type.equals("field") ? FieldContent.USUAL_SHRINK : Typeset.NEVER_SHRINKS;
        }
        return DEFAULTS.get(name);
    }

    /** The properties of a layer, {@code type} among them, without those at their default. */
    static TreeMap<String, Object> of(Layer layer) {
        TreeMap<String, Object> all = whole(layer);
        String type = String.valueOf(all.get("type"));
        all.entrySet().removeIf(e -> e.getValue().equals(usual(type, e.getKey())));
        return all;
    }

    /** All properties of a layer, {@code type} among them. */
    static TreeMap<String, Object> whole(Layer layer) {
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
        all.put("group", layer.tags().group());
        all.put("mandatory", layer.tags().mandatory());
        all.put("surface", word(layer.tags().surface()));
        all.put("plate", word(layer.tags().plate()));
        all.put("slot", layer.tags().slot());
        put(all, layer.content());
        return all;
    }

    private static void put(Map<String, Object> all, Content content) {
        switch (content) {
            case TextContent text -> {
                all.put("type", "text");
                all.put("text", text.text());
                all.put("arc", text.arc());
                putType(all, text);
            }
            case FieldContent field -> {
                all.put("type", "field");
                all.put("key", word(field.key()));
                all.put("label", field.label());
                all.put("sample", field.sample());
                putType(all, field);
            }
            case ImageContent image -> {
                all.put("type", "image");
                putPicture(all, image);
                putFilter(all, image.filter());
            }
            case SketchContent sketch -> {
                all.put("type", "sketch");
                putPicture(all, sketch);
                all.put("threshold", sketch.threshold());
                all.put("invert", sketch.invert());
                all.put("color", sketch.color());
            }
            case ShapeContent shape -> {
                all.put("type", "shape");
                all.put("shape", word(shape.shape()));
                all.put("radius", shape.radius());
                putColoring(all, shape.coloring());
            }
            case PathContent path -> {
                all.put("type", "path");
                all.put("d", path.d());
                all.put("viewWidth", path.viewWidth());
                all.put("viewHeight", path.viewHeight());
                putColoring(all, path.coloring());
            }
            case CodeContent code -> {
                all.put("type", "code");
                all.put("symbology", word(code.symbology()));
                all.put("data", code.data());
                all.put("color", code.color());
                all.put("ground", code.ground());
                all.put("level", word(code.level()));
            }
            case SlotContent slot -> {
                all.put("type", "slot");
                all.put("label", slot.label());
            }
        }
    }

    private static void putType(Map<String, Object> all, Typeset typeset) {
        all.put("font", typeset.font());
        all.put("weight", typeset.weight());
        all.put("size", typeset.size());
        all.put("color", typeset.color());
        all.put("align", word(typeset.align()));
        all.put("tracking", typeset.tracking());
        all.put("shrink", typeset.shrink());
    }

    private static void putPicture(Map<String, Object> all, Pictured picture) {
        all.put("asset", picture.asset().hex());
        all.put("cropLeft", picture.crop().left());
        all.put("cropTop", picture.crop().top());
        all.put("cropRight", picture.crop().right());
        all.put("cropBottom", picture.crop().bottom());
        all.put("flipX", picture.crop().flipX());
        all.put("flipY", picture.crop().flipY());
    }

    private static void putFilter(Map<String, Object> all, PictureFilter filter) {
        all.put("brightness", filter.brightness());
        all.put("contrast", filter.contrast());
        all.put("saturation", filter.saturation());
        all.put("tone", word(filter.tone()));
        all.put("toneDark", filter.toneDark());
        all.put("toneLight", filter.toneLight());
        all.put("blur", filter.blur());
    }

    private static void putColoring(Map<String, Object> all, Coloring coloring) {
        all.put("fill", coloring.fill());
        all.put("fillKind", word(coloring.kind()));
        all.put("fillEnd", coloring.end());
        all.put("fillAngle", coloring.angle());
        all.put("stroke", coloring.stroke());
        all.put("strokeWidth", coloring.strokeWidth());
    }

    /**
     * The layer of these properties: each one there that has no default, none too many, each within
     * its bounds.
     *
     * @throws io.cardloom.tenancy.refusal.Refusal {@code LAYER_TYPE_UNKNOWN}, {@code
     *     PROPERTY_MISSING}, {@code PROPERTY_UNKNOWN}, {@code PROPERTY_TYPE}, {@code
     *     VALUE_UNKNOWN}, or the refusal of a value out of its bounds
     */
    static Layer layer(Map<String, ?> properties) {
        return new LayerReader(properties).layer();
    }

    /** The word that JSON uses: lower case, words apart by an underscore. */
    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
