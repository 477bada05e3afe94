package io.cardloom.production.emv;

import io.cardloom.production.emv.ApplicationProfile.Grouping;
import io.cardloom.production.emv.ApplicationProfile.Keys;
import io.cardloom.production.emv.ApplicationProfile.Pin;
import io.cardloom.production.emv.ApplicationProfile.Script;
import io.cardloom.production.emv.ApplicationProfile.Tries;
import io.cardloom.production.tlv.MalformedTlv;
import io.cardloom.production.tlv.Tag;
import io.cardloom.production.verification.PinBlockFormat;
import io.cardloom.tenancy.refusal.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads application profiles from JSON of schema 1. */
final class ProfileReader {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST_BYTES = 65_536;
    private static final Set<String> SCRIPT =
            Set.of("groupings", "bytes", "order", "mixed", "dgiFormat");
    private static final Set<String> PIN = Set.of("dgi", "format", "tries");

    private ProfileReader() {}

    /**
     * @throws Refusal {@code CHIP_PROFILE}: it is no such JSON, or a rule does not hold
     */
    static ApplicationProfile read(byte[] json) {
        if (json.length > MOST_BYTES) {
            throw unreadable();
        }
        try {
            JsonNode root = JSON.readTree(json);
            if (root.required("schema").asInt() != 1) {
                throw unreadable();
            }
            Map<Tag, String> constants = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> constant : root.required("constants").properties()) {
                constants.put(Tag.of(constant.getKey()), constant.getValue().asString());
            }
            List<Grouping> groupings = new ArrayList<>();
            root.required("groupings").forEach(node -> groupings.add(grouping(node)));
            return new ApplicationProfile(
                    root.required("name").asString(),
                    root.required("aid").asString(),
                    root.required("label").asString(),
                    CardKeyDerivation.valueOf(root.required("derivation").asString()),
                    root.required("iccKeyBits").asInt(),
                    keys(root.required("keys")),
                    constants,
                    groupings,
                    script(root.get("script")),
                    pin(root.get("pin")));
        } catch (JacksonException | MalformedTlv | IllegalArgumentException e) {
            throw unreadable();
        }
    }

    private static Keys keys(JsonNode node) {
        List<ChipKeyUse> uses = new ArrayList<>();
        node.required("uses").forEach(use -> uses.add(ChipKeyUse.valueOf(use.asString())));
        return new Keys(dgi(node.required("dgi")), dgi(node.required("checkValues")), uses);
    }

    /** A profile that does not speak of it has the preset. */
    private static Script script(@Nullable JsonNode node) {
        if (node == null) {
            return Script.PRESET;
        }
        if (!node.isObject() || !SCRIPT.containsAll(node.propertyNames())) {
            throw unreadable();
        }
        List<Integer> order = new ArrayList<>();
        node.path("order").forEach(dgi -> order.add(dgi(dgi)));
        return new Script(
                number(node.get("groupings"), Script.PRESET.groupings()),
                number(node.get("bytes"), Script.PRESET.bytes()),
                order,
                flag(node.get("mixed")),
                flag(node.get("dgiFormat")));
    }

    /** A profile that does not speak of it has none. */
    private static @Nullable Pin pin(@Nullable JsonNode node) {
        if (node == null) {
            return null;
        }
        if (!node.isObject() || !PIN.containsAll(node.propertyNames())) {
            throw unreadable();
        }
        JsonNode tries = node.get("tries");
        return new Pin(
                dgi(node.required("dgi")),
                PinBlockFormat.valueOf("ISO_" + node.required("format").asString()),
                tries == null
                        ? null
                        : new Tries(
                                dgi(tries.required("dgi")), tries.required("value").asString()));
    }

    private static int number(@Nullable JsonNode node, int preset) {
        if (node == null) {
            return preset;
        }
        if (!node.isInt()) {
            throw unreadable();
        }
        return node.intValue();
    }

    private static boolean flag(@Nullable JsonNode node) {
        if (node != null && !node.isBoolean()) {
            throw unreadable();
        }
        return node != null && node.booleanValue();
    }

    private static Grouping grouping(JsonNode node) {
        List<Tag> tags = new ArrayList<>();
        node.required("tags").forEach(tag -> tags.add(Tag.of(tag.asString())));
        JsonNode template = node.get("template");
        return new Grouping(
                dgi(node.required("dgi")),
                template == null ? null : Tag.of(template.asString()),
                node.path("signed").asBoolean(false),
                tags);
    }

    private static int dgi(JsonNode node) {
        String hex = node.asString();
        if (!hex.matches("[0-9A-F]{4}")) {
            throw unreadable();
        }
        return Integer.parseInt(hex, 16);
    }

    private static Refusal unreadable() {
        return Refusal.invalid(
                "CHIP_PROFILE",
                "The chip profile is no JSON of schema 1. Compare it with the profiles that are"
                        + " shipped.");
    }
}
