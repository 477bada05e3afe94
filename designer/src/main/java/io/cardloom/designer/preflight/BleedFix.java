package io.cardloom.designer.preflight;

import io.cardloom.designer.cardbody.CardBody;
import io.cardloom.designer.design.Box;
import io.cardloom.designer.design.ImageContent;
import io.cardloom.designer.design.Layer;
import io.cardloom.designer.design.ShapeContent;
import java.awt.geom.Rectangle2D;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Scales the ground that stops short of the bleed until it covers it: a picture as a whole. */
final class BleedFix {

    /** How far from the trimmed edge a ground may end and still be meant to reach it. */
    private static final int NEAR = 1_500;

    private BleedFix() {}

    static @Nullable Fix of(FaceBench bench, Rectangle2D gap) {
        Rectangle2D inside = nextTo(gap, bench.body());
        for (var entry : bench.printed().reversed()) {
            Layer layer = entry.getValue();
            Box box = layer.box();
            boolean upright = box.rotation() == 0;
            boolean picture = layer.content() instanceof ImageContent;
            boolean plain =
                    layer.content() instanceof ShapeContent shape
                            && shape.shape() == ShapeContent.Kind.RECTANGLE;
            if (upright && (picture || plain) && FaceBench.place(layer).intersects(inside)) {
                Rectangle2D wanted = wanted(box, bench.body());
                if (picture) {
                    wanted = scaled(box, wanted);
                }
                return changes(wanted, box).isEmpty()
                        ? null
                        : Mending.set(
                                picture ? "Scale it up into the bleed" : "Extend it into the bleed",
                                entry.getKey(),
                                layer,
                                changes(wanted, box));
            }
        }
        return null;
    }

    /** The strip of the card right beside a gap in the bleed. */
    private static Rectangle2D nextTo(Rectangle2D gap, CardBody body) {
        double x = Math.clamp(gap.getCenterX(), 100, body.width() - 100);
        double y = Math.clamp(gap.getCenterY(), 100, body.height() - 100);
        return new Rectangle2D.Double(x - 50, y - 50, 100, 100);
    }

    /** The box with each side that ends near the trimmed edge carried to the end of the bleed. */
    private static Rectangle2D wanted(Box box, CardBody body) {
        double left = out(box.x(), body.bleed());
        double top = out(box.y(), body.bleed());
        double right = body.width() - out(body.width() - box.x() - box.width(), body.bleed());
        double bottom = body.height() - out(body.height() - box.y() - box.height(), body.bleed());
        return new Rectangle2D.Double(left, top, right - left, bottom - top);
    }

    private static double out(int inset, int bleed) {
        return inset <= NEAR && inset > -bleed ? -bleed : inset;
    }

    /** The smallest box of the same aspect that covers what is wanted, about its middle. */
    private static Rectangle2D scaled(Box box, Rectangle2D wanted) {
        double scale = Math.max(wanted.getWidth() / box.width(), wanted.getHeight() / box.height());
        double width = box.width() * scale;
        double height = box.height() * scale;
        return new Rectangle2D.Double(
                wanted.getCenterX() - width / 2, wanted.getCenterY() - height / 2, width, height);
    }

    private static Map<String, Object> changes(Rectangle2D to, Box box) {
        Map<String, Object> changes = new HashMap<>();
        int x = (int) Math.floor(to.getX());
        int y = (int) Math.floor(to.getY());
        put(changes, "x", x, box.x());
        put(changes, "y", y, box.y());
        put(changes, "width", (int) Math.ceil(to.getMaxX()) - x, box.width());
        put(changes, "height", (int) Math.ceil(to.getMaxY()) - y, box.height());
        return changes;
    }

    private static void put(Map<String, Object> changes, String name, int to, int from) {
        if (to != from) {
            changes.put(name, to);
        }
    }
}
