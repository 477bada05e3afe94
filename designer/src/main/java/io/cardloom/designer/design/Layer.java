package io.cardloom.designer.design;

import io.cardloom.designer.cardbody.Face;
import java.util.Collections;
import java.util.Map;

/**
 * One layer on one face.
 *
 * @param order a fractional index: 1 to 64 of {@code 0-9A-Za-z}, compared as ASCII, lower is
 *     further below; layers with the same order lie in the order of their ids
 * @param name what people call it, 0 to 80 characters
 * @param opacity in thousandths, 0 (not seen) to 1000
 * @param locked refuses every edit but its unlocking
 * @param hidden is neither shown nor printed
 * @param tags what it is for
 */
public record Layer(
        Face face,
        String order,
        String name,
        Box box,
        int opacity,
        boolean locked,
        boolean hidden,
        LayerTags tags,
        Content content) {

    /**
     * @throws io.cardloom.tenancy.refusal.Refusal {@code ORDER_FORM}, {@code TEXT_TOO_LONG}, {@code
     *     TEXT_CONTROL_CHARACTER} or {@code OPACITY_OUT_OF_RANGE}
     */
    public Layer {
        Checks.order(order);
        Checks.text("name", name, 80);
        Checks.opacity(opacity);
    }

    /** A whole, unlocked, visible layer. */
    public static Layer of(Face face, String order, String name, Box box, Content content) {
        return new Layer(face, order, name, box, 1000, false, false, LayerTags.NONE, content);
    }

    /** The same with other tags. */
    public Layer with(LayerTags other) {
        return new Layer(face, order, name, box, opacity, locked, hidden, other, content);
    }

    /** All its flat properties as edits name them, {@code type} among them. */
    public Map<String, Object> properties() {
        return Collections.unmodifiableMap(LayerProperties.whole(this));
    }
}
