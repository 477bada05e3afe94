package io.cardloom.designer.asset.drawing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts the dashes of a drawing at most, with every use drawn out: a short dash on a long line is
 * the smallest file that fills any memory.
 */
final class Dashes {

    private final Frame frame;
    private double dashes;
    private int uses;

    private Dashes(Frame frame) {
        this.frame = frame;
    }

    static void check(Node root, Frame frame) {
        new Dashes(frame).count(root, 0);
    }

    /**
     * @param period length of an inherited dash on average; 0 for none
     */
    private void count(Node node, double period) {
        String own = node.get("stroke-dasharray");
        double effective = own == null || "inherit".equals(own) ? period : period(own);
        if (effective > 0 && Vocabulary.isShape(node.name)) {
            dashes += length(node) / effective;
            if (!(dashes <= Limits.DASHES)) {
                throw Limits.dashes();
            }
        }
        Node used = "use".equals(node.name) ? node.targets.get("href") : null;
        if (used != null) {
            if (++uses > Limits.USES) {
                throw Limits.repetition();
            }
            count(used, effective);
        }
        for (Node child : node.children) {
            count(child, effective);
        }
    }

    private static double period(String dashes) {
        if ("none".equals(dashes)) {
            return 0;
        }
        List<Double> all = Numbers.list(dashes, 100);
        return all == null ? 0 : all.stream().mapToDouble(Double::doubleValue).sum() / all.size();
    }

    private double length(Node node) {
        if (node.outline != null) {
            return node.outline.length();
        }
        return switch (node.name) {
            case "rect" -> 2 * (extent(node, "width") + extent(node, "height"));
            case "circle" -> 2 * Math.PI * extent(node, "r");
            case "ellipse" -> 2 * Math.PI * Math.max(extent(node, "rx"), extent(node, "ry"));
            default ->
                    Math.abs(extent(node, "x2") - extent(node, "x1"))
                            + Math.abs(extent(node, "y2") - extent(node, "y1"));
        };
    }

    private double extent(Node node, String attribute) {
        @Nullable String value = node.get(attribute);
        if (value == null) {
            return 0;
        }
        Double absolute = Numbers.absolute(value);
        Double fraction = Numbers.fraction(value);
        if (absolute != null) {
            return absolute;
        }
        return fraction == null ? 0 : fraction * frame.reach();
    }
}
