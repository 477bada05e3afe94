package io.cardloom.designer.ink;

import io.cardloom.designer.asset.AssetDigest;
import io.cardloom.designer.design.LayerId;
import io.cardloom.designer.design.Pictured;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** One step of a plan, in micrometers from the top-left corner of the trimmed card. */
public sealed interface Drawing {

    /** The layer this draws. */
    LayerId layer();

    /** Thousandths, 1 to 1000, of all that it draws together. */
    int opacity();

    /** The smallest upright rectangle around the ink; empty when there is none. */
    Rectangle2D bounds();

    /**
     * An outline filled by the nonzero rule, and what lies on it.
     *
     * @param outline empty for nothing
     * @param size of the em of a text, micrometers; 0 for anything else
     * @param coats on top, lowest first: the line along a shape, the dark parts of a code
     */
    record Fill(
            LayerId layer,
            Kind kind,
            Path2D.Double outline,
            Paint paint,
            int opacity,
            int size,
            List<Coat> coats)
            implements Drawing {

        /** What the outline is of. */
        public enum Kind {
            SHAPE,
            CODE,
            TEXT,
            FIELD;

            /** Whether people read it. */
            public boolean isText() {
                return this == TEXT || this == FIELD;
            }
        }

        public Fill {
            coats = List.copyOf(coats);
        }

        @Override
        public Rectangle2D bounds() {
            Rectangle2D bounds = outline.getBounds2D();
            for (Coat coat : coats) {
                Rectangle2D more = coat.outline().getBounds2D();
                bounds = bounds.isEmpty() ? more : bounds.createUnion(more);
            }
            return bounds;
        }

        /** The color of a text, or the first color of anything else, 0xrrggbb. */
        public int rgb() {
            return switch (paint) {
                case Paint.Solid solid -> solid.rgb();
                case Paint.Linear linear -> linear.from();
                case Paint.Radial radial -> radial.from();
            };
        }
    }

    /** An outline of one color on top of another. */
    record Coat(Path2D.Double outline, int rgb) {}

    /**
     * A picture.
     *
     * @param content which picture, what part of it, and what becomes of its colors
     * @param width of its box before rotation, micrometers
     * @param height of its box before rotation, micrometers
     * @param place carries that box, its top-left corner at (0, 0), to its place on the card
     */
    record Picture(
            LayerId layer,
            Pictured content,
            int width,
            int height,
            AffineTransform place,
            int opacity)
            implements Drawing {

        /** The picture's file. */
        public AssetDigest asset() {
            return content.asset();
        }

        @Override
        public Rectangle2D bounds() {
            return place.createTransformedShape(new Rectangle2D.Double(0, 0, width, height))
                    .getBounds2D();
        }
    }
}
