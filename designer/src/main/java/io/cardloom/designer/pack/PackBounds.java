package io.cardloom.designer.pack;

import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.design.Box;
import io.cardloom.designer.design.Coloring;
import io.cardloom.designer.design.Layer;
import io.cardloom.designer.design.PathContent;
import io.cardloom.tenancy.refusal.Refusal;
import java.awt.geom.Rectangle2D;
import org.jspecify.annotations.Nullable;

/** The bounds of what is in a pack: whatever passes here can be put on a card. */
final class PackBounds {

    static final int LEAST_SIZE = 100;
    static final int MOST_SIZE = 200_000;

    private static final int MOST_NAME = 80;
    private static final int MOST_LABEL = 60;

    private PackBounds() {}

    /**
     * @throws Refusal {@code PACK_NAME}, or the refusal of a text
     */
    static String name(String name) {
        String called = name.strip();
        if (called.isEmpty() || called.length() > MOST_NAME) {
            throw Refusal.invalid("PACK_NAME", "A pack needs a name of 1 to 80 characters.");
        }
        return asLayer(called);
    }

    /** What a drawing or a preset is called. */
    static String label(String label) {
        String called = label.strip();
        if (called.isEmpty() || called.length() > MOST_LABEL) {
            throw Refusal.invalid(
                    "PACK_NAME",
                    "Each thing in a pack needs a label of 1 to " + MOST_LABEL + " characters.");
        }
        return asLayer(called);
    }

    /** The same text, if a layer may be called that. */
    private static String asLayer(String called) {
        return Layer.of(
                        Face.FRONT,
                        "a",
                        called,
                        new Box(0, 0, 1, 1, 0),
                        new PathContent("M0 0", 1, 1, Coloring.solid("#000000")))
                .name();
    }

    /** The same drawing with its label stripped. */
    static Doodle checked(Doodle doodle) {
        String label = label(doodle.label());
        for (int side : new int[] {doodle.viewWidth(), doodle.viewHeight()}) {
            if (side < LEAST_SIZE || side > MOST_SIZE) {
                throw Refusal.invalid(
                        "PACK_FORM",
                        "The field of '"
                                + label
                                + "' has to be "
                                + LEAST_SIZE
                                + " to "
                                + MOST_SIZE
                                + " micrometers wide and high.");
            }
        }
        return new Doodle(
                label,
                doodle.viewWidth(),
                doodle.viewHeight(),
                doodle.recolorable(),
                doodle.paths());
    }

    /**
     * @param fill null for none
     * @param stroke null for none
     * @throws Refusal of the path or of a color
     */
    static PathContent path(
            String d,
            int width,
            int height,
            @Nullable String fill,
            @Nullable String stroke,
            int strokeWidth) {
        if (stroke != null && strokeWidth < 1) {
            throw Refusal.invalid(
                    "LENGTH_OUT_OF_RANGE", "'strokeWidth' has to be 1 to 20000 micrometers.");
        }
        Coloring coloring =
                new Coloring(
                        fill == null ? Coloring.Kind.NONE : Coloring.Kind.SOLID,
                        fill == null ? "#000000" : fill,
                        "#ffffff",
                        0,
                        stroke == null ? "#000000" : stroke,
                        stroke == null ? 0 : strokeWidth);
        PathContent path = new PathContent(d, width, height, coloring);
        Rectangle2D around = path.outline().getBounds2D();
        if (around.getWidth() == 0 && around.getHeight() == 0) {
            throw Refusal.invalid("PATH_FORM", "'d' draws nothing.");
        }
        return path;
    }
}
