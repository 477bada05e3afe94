package io.cardloom.designer.asset.drawing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Resolves references within a drawing; those that lead nowhere go, circles are refused. */
final class Links {

    private final Node root;
    private final Map<String, Node> byId = new HashMap<>();
    private final Set<Node> settled = new HashSet<>();
    private final Set<Node> open = new HashSet<>();

    Links(Node root) {
        this.root = root;
    }

    void settle() {
        index(root);
        resolve(root);
        refuseCircles(root);
    }

    private void index(Node node) {
        if (node.id != null) {
            byId.putIfAbsent(node.id, node);
        }
        node.children.forEach(this::index);
    }

    private void resolve(Node node) {
        node.children.removeIf(child -> !resolved(child));
        node.children.forEach(this::resolve);
    }

    /** False for a use of nothing. */
    private boolean resolved(Node node) {
        node.references.forEach(
                (attribute, id) -> {
                    @Nullable Node target = byId.get(id);
                    if (target != null && Vocabulary.fits(attribute, node.name, target.name)) {
                        node.targets.put(attribute, target);
                    }
                });
        return !"use".equals(node.name) || node.targets.containsKey("href");
    }

    private void refuseCircles(Node node) {
        if (settled.contains(node)) {
            return;
        }
        if (!open.add(node) || open.size() > 3 * Limits.DEPTH) {
            throw Limits.recursion();
        }
        node.targets.values().forEach(this::refuseCircles);
        node.children.forEach(this::refuseCircles);
        open.remove(node);
        settled.add(node);
    }

    /** A pattern takes its measures from the patterns that it refers to. */
    static boolean paintable(Node paint) {
        if (!"pattern".equals(paint.name)) {
            return true;
        }
        return inherits(paint, "width") && inherits(paint, "height");
    }

    private static boolean inherits(Node pattern, String attribute) {
        Deque<Node> chain = new ArrayDeque<>();
        chain.add(pattern);
        while (!chain.isEmpty()) {
            Node node = chain.remove();
            String value = node.get(attribute);
            if (value != null) {
                return !"0".equals(value) && !"0%".equals(value);
            }
            Node next = node.targets.get("href");
            if (next != null) {
                chain.add(next);
            }
        }
        return false;
    }
}
