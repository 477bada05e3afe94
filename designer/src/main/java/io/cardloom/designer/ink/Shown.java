package io.cardloom.designer.ink;

import io.cardloom.designer.design.Layer;
import io.cardloom.designer.design.LayerTags.Plate;
import io.cardloom.designer.design.LayerTags.Surface;
import java.util.Set;

/** Which layers a plan is about; one that is hidden or fully transparent is in none. */
public record Shown(Set<Plate> plates, Set<Surface> surfaces) {

    /** The picture of the printed card: color and black. */
    public static final Shown PRINTED = on(Set.of(Plate.COLOR, Plate.BLACK));

    /** The picture in a wallet. */
    public static final Shown DIGITAL =
            new Shown(Set.of(Plate.COLOR, Plate.BLACK), Set.of(Surface.BOTH, Surface.DIGITAL));

    public Shown {
        plates = Set.copyOf(plates);
        surfaces = Set.copyOf(surfaces);
    }

    /** What is printed on one plate. */
    public static Shown plate(Plate plate) {
        return on(Set.of(plate));
    }

    private static Shown on(Set<Plate> plates) {
        return new Shown(plates, Set.of(Surface.BOTH, Surface.PHYSICAL));
    }

    /** Whether the layer is in the plan. */
    public boolean includes(Layer layer) {
        return !layer.hidden()
                && layer.opacity() > 0
                && plates.contains(layer.tags().plate())
                && surfaces.contains(layer.tags().surface());
    }
}
