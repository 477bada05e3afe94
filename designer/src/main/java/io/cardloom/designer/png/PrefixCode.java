package io.cardloom.designer.png;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * A prefix code as deflate numbers it (RFC 1951, 3.2.2).
 *
 * @param lengths of each symbol's code, 0 for a symbol without one
 * @param codes with their first bit lowest, ready to be put
 */
record PrefixCode(int[] lengths, int[] codes) {

    private record Node(long weight, int symbol, List<Node> below) {}

    /**
     * The code that makes the counted symbols short; each with a count above 0 gets one.
     *
     * @param limit of a code's length
     */
    static PrefixCode of(long[] counts, int limit) {
        long[] weights = counts.clone();
        int[] lengths = lengths(weights);
        while (Arrays.stream(lengths).max().orElse(0) > limit) {
            for (int i = 0; i < weights.length; i++) {
                weights[i] = weights[i] == 0 ? 0 : weights[i] / 2 + 1;
            }
            lengths = lengths(weights);
        }
        return new PrefixCode(lengths, codes(lengths));
    }

    private static int[] lengths(long[] weights) {
        PriorityQueue<Node> open =
                new PriorityQueue<>(
                        Comparator.comparingLong(Node::weight).thenComparingInt(Node::symbol));
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 0) {
                open.add(new Node(weights[i], i, List.of()));
            }
        }
        int[] lengths = new int[weights.length];
        int next = weights.length;
        while (open.size() > 1) {
            Node one = open.remove();
            Node other = open.remove();
            open.add(new Node(one.weight + other.weight, next++, List.of(one, other)));
        }
        Node top = open.remove();
        measure(top.below.isEmpty() ? new Node(0, next, List.of(top)) : top, lengths);
        return lengths;
    }

    private static void measure(Node top, int[] lengths) {
        List<Node> level = top.below;
        for (int depth = 1; !level.isEmpty(); depth++) {
            List<Node> below = new ArrayList<>();
            for (Node node : level) {
                if (node.below.isEmpty()) {
                    lengths[node.symbol] = depth;
                }
                below.addAll(node.below);
            }
            level = below;
        }
    }

    private static int[] codes(int[] lengths) {
        int longest = Arrays.stream(lengths).max().orElse(0);
        int[] codes = new int[lengths.length];
        int code = 0;
        for (int length = 1; length <= longest; length++) {
            code <<= 1;
            for (int symbol = 0; symbol < lengths.length; symbol++) {
                if (lengths[symbol] == length) {
                    codes[symbol] = Integer.reverse(code) >>> 32 - length;
                    code++;
                }
            }
        }
        return codes;
    }
}
