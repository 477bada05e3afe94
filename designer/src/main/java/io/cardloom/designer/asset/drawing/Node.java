package io.cardloom.designer.asset.drawing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An element of a drawing; its attributes are raw until {@link Cleaning} has seen them. */
final class Node {

    final String name;
    final List<Node> children = new ArrayList<>();

    /** The id it had in the uploaded file; null when it had none. */
    @Nullable String id;

    Map<String, String> attributes = new LinkedHashMap<>();

    /** The path data or points, as numbers; null for elements that have none. */
    @Nullable Outline outline;

    /** References by attribute ({@code href}, {@code fill}, {@code clip-path} ...). */
    final Map<String, String> references = new LinkedHashMap<>();

    /** The same, once they are resolved. */
    final Map<String, Node> targets = new LinkedHashMap<>();

    Node(String name) {
        this.name = name;
    }

    @Nullable String get(String attribute) {
        return attributes.get(attribute);
    }
}
