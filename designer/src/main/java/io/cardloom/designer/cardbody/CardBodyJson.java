package io.cardloom.designer.cardbody;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The canonical JSON of a card body (RFC 8785): keys sorted, no white space, whole numbers only,
 * words without control characters, so that equal bodies are equal bytes. What has its default is
 * left out, also the number of the schema as long as nothing of a later one is said: a body that
 * was configured before keeps its bytes, and designs that are frozen on it keep their digest.
 */
final class CardBodyJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private CardBodyJson() {}

    static String write(CardBody body) {
        Map<String, Object> json = new TreeMap<>();
        json.put("bleed", body.bleed());
        json.put("color", body.color());
        json.put("cornerRadius", body.cornerRadius());
        json.put("dpi", body.dpi());
        json.put("finish", word(body.finish()));
        json.put("height", body.height());
        json.put("id", body.id().value());
        json.put("material", body.material());
        json.put("name", body.name());
        json.put("printMethod", word(body.printMethod()));
        json.put("safeMargin", body.safeMargin());
        if (body.zones().stream().anyMatch(zone -> !zone.line().equals(LineMaking.FLAT))) {
            json.put("schema", CardBodyMigrations.SCHEMA);
        }
        json.put("version", body.version());
        json.put("width", body.width());
        json.put("zones", body.zones().stream().map(CardBodyJson::zone).toList());
        return MAPPER.writeValueAsString(json);
    }

    private static Map<String, Object> zone(Zone zone) {
        Map<String, Object> json = new TreeMap<>();
        json.put("face", word(zone.face()));
        json.put("height", zone.height());
        json.put("keepClear", zone.keepClear());
        json.put("kind", word(zone.kind()));
        if (!zone.line().equals(LineMaking.FLAT)) {
            json.put("line", line(zone.line()));
        }
        json.put("width", zone.width());
        json.put("x", zone.x());
        json.put("y", zone.y());
        return json;
    }

    private static Map<String, Object> line(LineMaking line) {
        Map<String, Object> json = new TreeMap<>();
        json.put("letterHeight", line.letterHeight());
        json.put("method", line.method().word());
        json.put("pitch", line.pitch());
        json.put("rows", line.rows());
        return json;
    }

    static CardBody read(String text) {
        try {
            JsonNode json = CardBodyMigrations.up(MAPPER.readTree(text));
            List<Zone> zones = new ArrayList<>();
            for (JsonNode zone : json.required("zones")) {
                zones.add(zone(zone));
            }
            return new CardBody(
                    new CardBodyId(json.required("id").stringValue()),
                    json.required("version").intValue(),
                    json.required("name").stringValue(),
                    json.required("material").stringValue(),
                    json.required("color").stringValue(),
                    choice(Finish.class, json.required("finish")),
                    json.required("width").intValue(),
                    json.required("height").intValue(),
                    json.required("cornerRadius").intValue(),
                    json.required("bleed").intValue(),
                    json.required("safeMargin").intValue(),
                    zones,
                    choice(PrintMethod.class, json.required("printMethod")),
                    json.required("dpi").intValue(),
                    0);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not the JSON of a card body", e);
        }
    }

    private static Zone zone(JsonNode json) {
        return new Zone(
                choice(ZoneKind.class, json.required("kind")),
                choice(Face.class, json.required("face")),
                json.required("x").intValue(),
                json.required("y").intValue(),
                json.required("width").intValue(),
                json.required("height").intValue(),
                json.required("keepClear").booleanValue(),
                json.has("line") ? lineOf(json.required("line")) : LineMaking.FLAT);
    }

    private static LineMaking lineOf(JsonNode json) {
        return new LineMaking(
                choice(LineMethod.class, json.required("method")),
                json.required("pitch").intValue(),
                json.required("letterHeight").intValue(),
                json.required("rows").intValue());
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> E choice(Class<E> type, JsonNode word) {
        return Enum.valueOf(type, word.stringValue().toUpperCase(Locale.ROOT));
    }
}
