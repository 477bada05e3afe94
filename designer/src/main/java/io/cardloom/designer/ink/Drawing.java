package io.cardloom.designer.ink;

import io.cardloom.designer.asset.AssetDigest;
import io.cardloom.designer.design.LayerId;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** One step of a plan, in micrometers from the top-left corner of the trimmed card. */
public sealed interface Drawing {

    /** The layer this draws. */
    LayerId layer();

    /** Thousandths, 1 to 1000. */
    int opacity();

    /** The smallest upright rectangle around the ink; empty when there is none. */
    Rectangle2D bounds();

    /**
     * An outline filled with one color, by the nonzero rule.
     *
     * @param rgb sRGB, 0xrrggbb
     * @param size of the em of a text, micrometers; 0 for a shape
     */
    record Fill(LayerId layer, Kind kind, Path2D.Double outline, int rgb, int opacity, int size)
            implements Drawing {

        /** What the outline is of. */
        public enum Kind {
            SHAPE,
            TEXT,
            FIELD
        }

        @Override
        public Rectangle2D bounds() {
            return outline.getBounds2D();
        }
    }

    /**
     * A picture.
     *
     * @param width of its box before rotation, micrometers
     * @param height of its box before rotation, micrometers
     * @param place carries that box, its top-left corner at (0, 0), to its place on the card
     */
    record Picture(
            LayerId layer,
            AssetDigest asset,
            int width,
            int height,
            AffineTransform place,
            int opacity)
            implements Drawing {

        @Override
        public Rectangle2D bounds() {
            return place.createTransformedShape(new Rectangle2D.Double(0, 0, width, height))
                    .getBounds2D();
        }
    }
}
