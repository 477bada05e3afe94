package io.cardloom.designer.design;

import io.cardloom.designer.cardbody.CardBodyId;
import io.cardloom.tenancy.refusal.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Documents and edits as JSON. What is written is canonical (RFC 8785); what is read may come from
 * anybody and is refused with a code unless every value is known and within its bounds.
 *
 * <p>A document is {@code {"schema":2,"cardBody":"bod_...","layers":{"lay_...":{...}}}}; a layer is
 * flat: {@code type}, {@code face} (front, back), {@code order}, {@code name}, {@code x y width
 * height rotation}, {@code opacity}, {@code locked}, {@code hidden}, its tags, and the properties
 * of its type; one that has its default is left out ({@code docs/document.md} lists them). An edit
 * is {@code {"op":"add","id","layer"}}, {@code {"op":"set","id","changes"}}, {@code
 * {"op":"remove","id"}}, or {@code {"op":"all","commands":[...]}} of these.
 */
public final class DesignJson {

    private DesignJson() {}

    /** The canonical JSON of a document. */
    public static String write(DesignDocument document) {
        return CanonicalJson.write(tree(document));
    }

    /** The canonical JSON of a layer. */
    public static String write(Layer layer) {
        return CanonicalJson.write(LayerProperties.of(layer));
    }

    /** The canonical JSON of an edit. */
    public static String write(EditCommand command) {
        return CanonicalJson.write(tree(command));
    }

    private static Map<String, Object> tree(EditCommand command) {
        Map<String, Object> tree = new TreeMap<>();
        switch (command) {
            case EditCommand.AddLayer add -> {
                tree.put("op", "add");
                tree.put("id", add.id().value());
                tree.put("layer", LayerProperties.of(add.layer()));
            }
            case EditCommand.SetProperties set -> {
                tree.put("op", "set");
                tree.put("id", set.id().value());
                tree.put("changes", set.changes());
            }
            case EditCommand.RemoveLayer remove -> {
                tree.put("op", "remove");
                tree.put("id", remove.id().value());
            }
            case EditCommand.All all -> {
                tree.put("op", "all");
                tree.put("commands", all.ones().stream().map(DesignJson::tree).toList());
            }
        }
        return tree;
    }

    /**
     * The document of a text.
     *
     * @throws Refusal {@code DOCUMENT_NOT_JSON}, {@code DOCUMENT_TOO_LARGE}, {@code DOCUMENT_FORM},
     *     {@code SCHEMA_UNKNOWN}, {@code ID_FORM}, {@code LAYERS_TOO_MANY}, or the refusal of a
     *     layer; sending it again does not help
     */
    public static DesignDocument read(String json) {
        return document(CanonicalJson.read(json));
    }

    /**
     * The edit of a text.
     *
     * @throws Refusal {@code DOCUMENT_NOT_JSON}, {@code EDIT_FORM}, {@code EDIT_SIZE}, {@code
     *     ID_FORM}, {@code PROPERTY_TYPE}, or the refusal of a layer; sending it again does not
     *     help
     */
    public static EditCommand readCommand(String json) {
        Map<String, Object> tree = object(CanonicalJson.read(json), "EDIT_FORM");
        if (!"all".equals(tree.get("op"))) {
            return one(tree);
        }
        only(tree, Set.of("op", "commands"), "EDIT_FORM");
        if (!(tree.get("commands") instanceof List<?> commands)) {
            throw Refusal.invalid("EDIT_FORM", "An edit's commands have to be a list.");
        }
        return new EditCommand.All(
                commands.stream().map(command -> one(object(command, "EDIT_FORM"))).toList());
    }

    private static EditCommand.One one(Map<String, Object> tree) {
        LayerId id = id(LayerId::new, tree.get("id"));
        return switch (String.valueOf(tree.get("op"))) {
            case "add" -> {
                only(tree, Set.of("op", "id", "layer"), "EDIT_FORM");
                yield new EditCommand.AddLayer(
                        id, LayerProperties.layer(object(tree.get("layer"), "EDIT_FORM")));
            }
            case "set" -> {
                only(tree, Set.of("op", "id", "changes"), "EDIT_FORM");
                yield new EditCommand.SetProperties(
                        id, changes(object(tree.get("changes"), "EDIT_FORM")));
            }
            case "remove" -> {
                only(tree, Set.of("op", "id"), "EDIT_FORM");
                yield new EditCommand.RemoveLayer(id);
            }
            default ->
                    throw Refusal.invalid(
                            "EDIT_FORM", "An edit's op has to be add, set, remove or all.");
        };
    }

    static Map<String, Object> tree(DesignDocument document) {
        Map<String, Object> layers = new TreeMap<>();
        document.layers().forEach((id, layer) -> layers.put(id.value(), LayerProperties.of(layer)));
        Map<String, Object> tree = new TreeMap<>();
        tree.put("schema", document.schema());
        tree.put("cardBody", document.cardBody().value());
        tree.put("layers", layers);
        return tree;
    }

    static DesignDocument document(Object value) {
        Map<String, Object> tree = Migrations.up(object(value, "DOCUMENT_FORM"));
        only(tree, Set.of("schema", "cardBody", "layers"), "DOCUMENT_FORM");
        Map<String, Object> members = object(tree.get("layers"), "DOCUMENT_FORM");
        Map<LayerId, Layer> layers = new HashMap<>();
        members.forEach(
                (id, layer) ->
                        layers.put(
                                id(LayerId::new, id),
                                LayerProperties.layer(object(layer, "DOCUMENT_FORM"))));
        return new DesignDocument(
                DesignDocument.SCHEMA, id(CardBodyId::new, tree.get("cardBody")), layers);
    }

    private static Map<String, Object> changes(Map<String, Object> tree) {
        tree.forEach(
                (name, value) -> {
                    if (!(value instanceof String
                            || value instanceof Integer
                            || value instanceof Boolean)) {
                        throw Refusal.invalid(
                                "PROPERTY_TYPE",
                                "A property is text, a whole number of less than ten digits, true"
                                        + " or false.");
                    }
                });
        return tree;
    }

    private static Map<String, Object> object(@Nullable Object value, String code) {
        if (value instanceof Map<?, ?> members) {
            Map<String, Object> tree = new TreeMap<>();
            members.forEach((name, member) -> tree.put((String) name, member));
            return tree;
        }
        throw Refusal.invalid(code, "An object of JSON is missing; see the form of the document.");
    }

    private static void only(Map<String, Object> tree, Set<String> names, String code) {
        if (!tree.keySet().equals(names)) {
            throw Refusal.invalid(
                    code,
                    "It has to have exactly these members: "
                            + String.join(", ", new TreeSet<>(names))
                            + ".");
        }
    }

    private static <T> T id(Function<String, T> form, @Nullable Object value) {
        if (value instanceof String text) {
            try {
                return form.apply(text);
            } catch (IllegalArgumentException e) {
                throw idForm();
            }
        }
        throw idForm();
    }

    private static Refusal idForm() {
        return Refusal.invalid(
                "ID_FORM",
                "An id has to be its prefix, an underscore and 26 characters of Crockford's base"
                        + " 32.");
    }
}
