package io.cardloom.designer.asset.drawing;

import java.util.HashMap;
import java.util.Map;

/**
 * Counts what drawing costs when every use, pattern, marker, clip and mask is drawn out. Sums stop
 * at the limit, so that no repetition of repetitions can overflow them.
 */
final class Cost {

    private final Map<Node, Long> costs = new HashMap<>();
    private int filters;

    private Cost() {}

    static void check(Node root) {
        Cost cost = new Cost();
        if (cost.of(root) > Limits.COST) {
            throw Limits.repetition();
        }
        if (cost.filters > Limits.FILTERS) {
            throw Limits.filter();
        }
    }

    private long of(Node node) {
        Long known = costs.get(node);
        if (known != null) {
            return known;
        }
        long cost = 1 + (node.outline == null ? 0 : node.outline.segments() / 20);
        for (Map.Entry<String, Node> target : node.targets.entrySet()) {
            long times = target.getKey().startsWith("marker") ? vertices(node) : 1;
            cost = Math.min(Limits.COST + 1, cost + times * of(target.getValue()));
            if ("filter".equals(target.getKey())) {
                filters++;
            }
        }
        for (Node child : node.children) {
            cost = Math.min(Limits.COST + 1, cost + of(child));
        }
        costs.put(node, cost);
        return cost;
    }

    private static long vertices(Node node) {
        return node.outline == null ? 4 : node.outline.segments() + 1L;
    }
}
