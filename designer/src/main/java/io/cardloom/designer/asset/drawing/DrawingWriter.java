package io.cardloom.designer.asset.drawing;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Writes a cleaned drawing as SVG 1.1. Names of elements and attributes come from our own lists,
 * values were written by our own grammars, ids are counted anew: nothing of the uploaded text is
 * repeated.
 */
final class DrawingWriter {

    private final StringBuilder out = new StringBuilder();
    private final Map<Node, String> ids = new HashMap<>();

    private DrawingWriter() {}

    static byte[] write(Node root, Frame frame) {
        DrawingWriter writer = new DrawingWriter();
        writer.name(root);
        writer.out
                .append("<svg xmlns=\"http://www.w3.org/2000/svg\"")
                .append(" xmlns:xlink=\"http://www.w3.org/1999/xlink\" version=\"1.1\"");
        writer.attribute("width", Numbers.write(frame.width()));
        writer.attribute("height", Numbers.write(frame.height()));
        writer.attribute("viewBox", frame.viewBox());
        if (frame.aspect() != null) {
            writer.attribute("preserveAspectRatio", frame.aspect());
        }
        writer.rest(root);
        return writer.out.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }

    private void name(Node node) {
        for (Node target : node.targets.values()) {
            ids.putIfAbsent(target, "i" + (ids.size() + 1));
        }
        node.children.forEach(this::name);
    }

    private void node(Node node) {
        out.append('\n').append('<').append(node.name);
        rest(node);
    }

    private void rest(Node node) {
        String id = ids.get(node);
        if (id != null) {
            attribute("id", id);
        }
        node.attributes.forEach(
                (name, value) -> {
                    boolean painted = node.targets.containsKey(name) && paints(node, name);
                    if (!painted) {
                        attribute(name, value);
                    }
                });
        if (node.outline != null) {
            attribute("path".equals(node.name) ? "d" : "points", node.outline.data());
        }
        node.targets.forEach((name, target) -> reference(node, name, target));
        if (node.children.isEmpty()) {
            out.append("/>");
            return;
        }
        out.append('>');
        node.children.forEach(this::node);
        out.append("</").append(node.name).append('>');
    }

    private void reference(Node node, String name, Node target) {
        String id = ids.get(target);
        if ("href".equals(name)) {
            attribute("xlink:href", "#" + id);
        } else if (paints(node, name)) {
            attribute(name, "url(#" + id + ")");
        }
    }

    private static boolean paints(Node node, String name) {
        Node target = node.targets.get(name);
        return target != null && Links.paintable(target);
    }

    private void attribute(String name, String value) {
        out.append(' ').append(name).append("=\"").append(value).append('"');
    }
}
