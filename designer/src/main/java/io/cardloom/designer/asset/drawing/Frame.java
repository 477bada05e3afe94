package io.cardloom.designer.asset.drawing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of a drawing.
 *
 * @param width in user units (CSS pixels), more than 0
 * @param height in user units, more than 0
 * @param viewBox four numbers
 * @param aspect how the view box lies in the page; null for the middle
 */
record Frame(double width, double height, String viewBox, @Nullable String aspect) {

    /**
     * Reads the root element's measures; the view box stands in for a missing width and height, and
     * the other way around.
     */
    static Frame of(Node root) {
        Double width = extent(root, "width");
        Double height = extent(root, "height");
        String raw = root.get("viewBox");
        String viewBox = raw == null ? null : Value.clean(Value.Kind.VIEW_BOX, raw);
        if (viewBox != null) {
            List<Double> box = box(viewBox);
            if (width == null && height == null) {
                width = box.get(2);
                height = box.get(3);
            } else if (width == null && height != null) {
                width = height * box.get(2) / box.get(3);
            } else if (height == null && width != null) {
                height = width * box.get(3) / box.get(2);
            }
        }
        if (width == null || height == null || !proportionate(width, height)) {
            throw Limits.size();
        }
        if (viewBox == null) {
            viewBox = "0 0 " + Numbers.write(width) + " " + Numbers.write(height);
        }
        String aspect = root.get("preserveAspectRatio");
        return new Frame(
                width,
                height,
                viewBox,
                aspect == null ? null : Value.clean(Value.Kind.ASPECT, aspect));
    }

    private static @Nullable Double extent(Node root, String name) {
        Double value = Numbers.absolute(root.get(name));
        return value == null || value <= 0 ? null : value;
    }

    private static boolean proportionate(double width, double height) {
        return width > 1e-3
                && height > 1e-3
                && width / height <= Limits.PROPORTION
                && height / width <= Limits.PROPORTION;
    }

    /** The longer edge of what is seen, in user units. */
    double reach() {
        List<Double> box = box(viewBox);
        return Math.max(box.get(2), box.get(3));
    }

    private static List<Double> box(String viewBox) {
        List<Double> box = Numbers.list(viewBox, 4);
        if (box == null || box.size() != 4) {
            throw Limits.size();
        }
        return box;
    }
}
