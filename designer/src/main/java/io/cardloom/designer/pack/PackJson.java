package io.cardloom.designer.pack;

import io.cardloom.designer.design.Coloring;
import io.cardloom.designer.design.PathContent;
import io.cardloom.designer.design.PictureFilter;
import io.cardloom.designer.design.PictureFilter.Tone;
import io.cardloom.tenancy.refusal.Refusal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A pack as a file, {@code docs/packs.md}. What is read may come from anybody: each value is known
 * and within its bounds, or the refusal says where it stands.
 */
final class PackJson {

    static final int MOST_BYTES = 1 << 20;
    static final int MOST_ENTRIES = 100;
    static final int MOST_PATHS = 20;

    /** What a file says it is made to. */
    private static final int FORM = 1;

    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(8)
                                                    .maxNumberLength(12)
                                                    .maxDocumentLength(MOST_BYTES)
                                                    .build())
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    /** A pack without an id yet. */
    record Named(String name, PackContent content) {}

    private PackJson() {}

    /**
     * @throws Refusal {@code PACK_TOO_LARGE}, {@code PACK_NOT_JSON} or {@code PACK_FORM}, which
     *     says where
     */
    static Named read(byte[] file) {
        if (file.length > MOST_BYTES) {
            throw Refusal.invalid(
                    "PACK_TOO_LARGE", "The file of a pack may have 1 MB; make two packs of it.");
        }
        JsonNode root;
        try {
            root =
                    MAPPER.readTree(
                            StandardCharsets.UTF_8
                                    .newDecoder()
                                    .decode(ByteBuffer.wrap(file))
                                    .toString());
        } catch (JacksonException | CharacterCodingException e) {
            throw Refusal.invalid(
                    "PACK_NOT_JSON",
                    "This is no JSON, or a name stands in it twice. Start from a pack that is"
                            + " downloaded here.");
        }
        return named(root);
    }

    private static Named named(JsonNode root) {
        boolean filters = root.path("kind").asString("").equals("filters");
        String list = filters ? "presets" : "drawings";
        only("the pack", root, Set.of("pack", "kind", "name", list), Set.of());
        if (!root.path("pack").isInt() || root.path("pack").asInt() != FORM) {
            throw form("pack", "has to be " + FORM + ", the form this version reads");
        }
        if (!filters && !root.path("kind").asString("").equals("doodles")) {
            throw form("kind", "has to be \"doodles\" or \"filters\"");
        }
        String name = PackBounds.name(text("name", root.path("name")));
        JsonNode entries = root.path(list);
        if (!entries.isArray() || entries.isEmpty() || entries.size() > MOST_ENTRIES) {
            throw form(list, "has to be a list of 1 to " + MOST_ENTRIES);
        }
        return new Named(
                name,
                filters
                        ? new PackContent.Filters(each(list, entries, PackJson::preset))
                        : new PackContent.Doodles(each(list, entries, PackJson::doodle)));
    }

    private interface Reading<T> {
        T read(String at, JsonNode node);
    }

    private static <T> List<T> each(String list, JsonNode entries, Reading<T> reading) {
        List<T> all = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            String at = list + "[" + i + "]";
            try {
                all.add(reading.read(at, entries.get(i)));
            } catch (Refusal refusal) {
                throw refusal.code().equals("PACK_FORM")
                        ? refusal
                        : Refusal.invalid("PACK_FORM", "At " + at + ": " + refusal.sentence());
            }
        }
        return all;
    }

    private static Doodle doodle(String at, JsonNode node) {
        only(at, node, Set.of("label", "viewWidth", "viewHeight", "paths"), Set.of("recolorable"));
        int width = number(at + ".viewWidth", node.path("viewWidth"));
        int height = number(at + ".viewHeight", node.path("viewHeight"));
        JsonNode paths = node.path("paths");
        if (!paths.isArray() || paths.isEmpty() || paths.size() > MOST_PATHS) {
            throw form(at + ".paths", "has to be a list of 1 to " + MOST_PATHS);
        }
        JsonNode recolorable = node.path("recolorable");
        if (!recolorable.isMissingNode() && !recolorable.isBoolean()) {
            throw form(at + ".recolorable", "has to be true or false");
        }
        return PackBounds.checked(
                new Doodle(
                        text(at + ".label", node.path("label")),
                        width,
                        height,
                        recolorable.asBoolean(true),
                        each(
                                at + ".paths",
                                paths,
                                (where, one) -> path(where, one, width, height))));
    }

    private static PathContent path(String at, JsonNode node, int width, int height) {
        only(at, node, Set.of("d"), Set.of("fill", "stroke", "strokeWidth"));
        if (node.has("stroke") != node.has("strokeWidth")) {
            throw form(at, "has to have both stroke and strokeWidth, or none of them");
        }
        if (!node.has("fill") && !node.has("stroke")) {
            throw form(at, "has to have a fill, or a stroke with its strokeWidth");
        }
        return PackBounds.path(
                text(at + ".d", node.path("d")),
                width,
                height,
                node.has("fill") ? text(at + ".fill", node.path("fill")) : null,
                node.has("stroke") ? text(at + ".stroke", node.path("stroke")) : null,
                node.has("stroke") ? number(at + ".strokeWidth", node.path("strokeWidth")) : 0);
    }

    private static FilterPreset preset(String at, JsonNode node) {
        only(
                at,
                node,
                Set.of("label"),
                Set.of(
                        "brightness",
                        "contrast",
                        "saturation",
                        "tone",
                        "toneDark",
                        "toneLight",
                        "blur"));
        Tone tone =
                switch (node.path("tone").asString("color")) {
                    case "color" -> Tone.COLOR;
                    case "grayscale" -> Tone.GRAYSCALE;
                    case "duotone" -> Tone.DUOTONE;
                    default ->
                            throw form(
                                    at + ".tone",
                                    "has to be \"color\", \"grayscale\" or \"duotone\"");
                };
        return new FilterPreset(
                PackBounds.label(text(at + ".label", node.path("label"))),
                new PictureFilter(
                        amount(at, node, "brightness"),
                        amount(at, node, "contrast"),
                        amount(at, node, "saturation"),
                        tone,
                        color(at, node, "toneDark", PictureFilter.NONE.toneDark()),
                        color(at, node, "toneLight", PictureFilter.NONE.toneLight()),
                        amount(at, node, "blur")));
    }

    private static int amount(String at, JsonNode node, String name) {
        return node.has(name) ? number(at + "." + name, node.path(name)) : 0;
    }

    private static String color(String at, JsonNode node, String name, String instead) {
        return node.has(name) ? text(at + "." + name, node.path(name)) : instead;
    }

    private static String text(String at, JsonNode node) {
        if (!node.isString()) {
            throw form(at, "has to be text");
        }
        return node.asString();
    }

    private static int number(String at, JsonNode node) {
        if (!node.isInt()) {
            throw form(at, "has to be a whole number");
        }
        return node.asInt();
    }

    private static void only(String at, JsonNode node, Set<String> needed, Set<String> more) {
        if (!node.isObject()) {
            throw form(at, "has to be an object");
        }
        for (String name : new java.util.TreeSet<>(needed)) {
            if (!node.has(name)) {
                throw form(at, "needs " + name);
            }
        }
        for (String name : node.propertyNames()) {
            if (!needed.contains(name) && !more.contains(name)) {
                throw form(at, "has a member that is not known; " + known(needed, more));
            }
        }
    }

    private static String known(Set<String> needed, Set<String> more) {
        Set<String> all = new java.util.TreeSet<>(needed);
        all.addAll(more);
        return "known are " + String.join(", ", all);
    }

    private static Refusal form(String at, String what) {
        return Refusal.invalid("PACK_FORM", "In this pack, " + at + " " + what + ".");
    }

    static String write(String name, PackContent content) {
        ObjectNode root =
                MAPPER.createObjectNode()
                        .put("pack", FORM)
                        .put("kind", content.kind())
                        .put("name", name);
        switch (content) {
            case PackContent.Doodles(List<Doodle> drawings) ->
                    drawings.forEach(one -> write(root.withArray("drawings").addObject(), one));
            case PackContent.Filters(List<FilterPreset> presets) ->
                    presets.forEach(one -> write(root.withArray("presets").addObject(), one));
        }
        return root.toString();
    }

    private static void write(ObjectNode node, Doodle doodle) {
        node.put("label", doodle.label())
                .put("viewWidth", doodle.viewWidth())
                .put("viewHeight", doodle.viewHeight())
                .put("recolorable", doodle.recolorable());
        for (PathContent path : doodle.paths()) {
            ObjectNode one = node.withArray("paths").addObject().put("d", path.d());
            Coloring coloring = path.coloring();
            if (coloring.kind() == Coloring.Kind.SOLID) {
                one.put("fill", coloring.fill());
            }
            if (coloring.strokeWidth() > 0) {
                one.put("stroke", coloring.stroke()).put("strokeWidth", coloring.strokeWidth());
            }
        }
    }

    private static void write(ObjectNode node, FilterPreset preset) {
        PictureFilter filter = preset.filter();
        node.put("label", preset.label())
                .put("brightness", filter.brightness())
                .put("contrast", filter.contrast())
                .put("saturation", filter.saturation())
                .put("tone", filter.tone().name().toLowerCase(Locale.ROOT))
                .put("toneDark", filter.toneDark())
                .put("toneLight", filter.toneLight())
                .put("blur", filter.blur());
    }
}
