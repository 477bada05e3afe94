package io.cardloom.tenancy.audit;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** One line of an export: canonical JSON, or it is not believed at all. */
record TrailLine(Map<?, ?> fields) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * @throws BrokenTrail unless the line is, character for character, the canonical form of what
     *     it says; a doubled key or a changed space is found here
     */
    static TrailLine parse(String line) throws BrokenTrail {
        try {
            Object value = JSON.readValue(line, Object.class);
            if (value instanceof Map<?, ?> map && CanonicalJson.write(map).equals(line)) {
                return new TrailLine(map);
            }
        } catch (JacksonException | IllegalArgumentException e) {
            throw new BrokenTrail("this line is not JSON as Cardloom writes it");
        }
        throw new BrokenTrail("this line is not JSON as Cardloom writes it");
    }

    boolean has(String key) {
        return fields.containsKey(key);
    }

    /** The canonical text of an inner object. */
    String inner(String key) throws BrokenTrail {
        return CanonicalJson.write(object(key));
    }

    String text(String key) throws BrokenTrail {
        return asText(fields.get(key), key);
    }

    String text(String object, String key) throws BrokenTrail {
        return asText(object(object).get(key), key);
    }

    long number(String object, String key) throws BrokenTrail {
        Object value = object(object).get(key);
        if (value instanceof Integer || value instanceof Long) {
            return ((Number) value).longValue();
        }
        throw new BrokenTrail("\"" + key + "\" is missing");
    }

    private Map<?, ?> object(String key) throws BrokenTrail {
        if (fields.get(key) instanceof Map<?, ?> map) {
            return map;
        }
        throw new BrokenTrail("\"" + key + "\" is missing");
    }

    private static String asText(@Nullable Object value, String key) throws BrokenTrail {
        if (value instanceof String text) {
            return text;
        }
        throw new BrokenTrail("\"" + key + "\" is missing");
    }
}
