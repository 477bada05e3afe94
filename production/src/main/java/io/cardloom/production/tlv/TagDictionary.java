package io.cardloom.production.tlv;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The tags we use, read from {@code emv-tags.json}, which names its source. */
public final class TagDictionary {

    private static final TagDictionary EMV = read("emv-tags.json");

    private final Map<Tag, TagMeaning> meanings;

    private TagDictionary(Map<Tag, TagMeaning> meanings) {
        this.meanings = Collections.unmodifiableMap(meanings);
    }

    /** The data elements of EMV. */
    public static TagDictionary emv() {
        return EMV;
    }

    /** What a tag means; empty for one that is not in the dictionary. */
    public Optional<TagMeaning> meaning(Tag tag) {
        return Optional.ofNullable(meanings.get(tag));
    }

    /** All of them, by tag. */
    public Collection<TagMeaning> all() {
        return meanings.values();
    }

    private static TagDictionary read(String resource) {
        try (InputStream in =
                Objects.requireNonNull(TagDictionary.class.getResourceAsStream(resource))) {
            Map<Tag, TagMeaning> meanings = new LinkedHashMap<>();
            for (JsonNode node : JsonMapper.builder().build().readTree(in).required("tags")) {
                TagMeaning meaning = meaning(node);
                if (meanings.put(meaning.tag(), meaning) != null) {
                    throw new IllegalStateException("a tag twice: " + meaning.tag());
                }
            }
            return new TagDictionary(meanings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TagMeaning meaning(JsonNode node) {
        return new TagMeaning(
                Tag.of(node.required("tag").asString()),
                node.required("name").asString(),
                TagFormat.valueOf(node.required("format").asString().toUpperCase(Locale.ROOT)),
                node.required("min").asInt(),
                node.required("max").asInt());
    }
}
