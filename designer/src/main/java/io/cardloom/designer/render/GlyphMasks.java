package io.cardloom.designer.render;

import io.cardloom.designer.ink.Typeface;
import java.awt.geom.AffineTransform;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The masks of the glyphs that one face was set with, each made once for four places of its origin
 * within a pixel's width. They tell letters, never which ones stood on a card.
 */
final class GlyphMasks {

    /** Places of an origin within a pixel. */
    static final int PHASES = 4;

    private static final int MOST_SETS = 200;

    /**
     * @param scale pixels a unit of the font
     * @param down from the upper edge of a pixel to the baseline, 0 to 1
     */
    private record Key(Typeface typeface, double scale, double down) {}

    /** Of one typeface at one size on one baseline. */
    static final class Glyphs {

        private final Key key;
        private @Nullable GlyphMask[] masks = new GlyphMask[0];

        private Glyphs(Key key) {
            this.key = key;
        }

        /**
         * @param phase how far right of a pixel's left edge the origin lies, quarters of a pixel
         */
        GlyphMask mask(int glyph, int phase) {
            int index = glyph * PHASES + phase;
            @Nullable GlyphMask[] known = masks;
            GlyphMask mask = index < known.length ? known[index] : null;
            return mask == null ? make(glyph, phase) : mask;
        }

        private synchronized GlyphMask make(int glyph, int phase) {
            AffineTransform toPixels =
                    AffineTransform.getTranslateInstance((double) phase / PHASES, key.down);
            toPixels.scale(key.scale, key.scale);
            GlyphMask mask = GlyphMask.of(key.typeface.outline(glyph), toPixels);
            int index = glyph * PHASES + phase;
            @Nullable GlyphMask[] more =
                    java.util.Arrays.copyOf(masks, Math.max(masks.length, index + 64));
            more[index] = mask;
            masks = more;
            return mask;
        }
    }

    private final Map<Key, Glyphs> sets = new ConcurrentHashMap<>();

    /**
     * @param scale pixels a unit of the font
     * @param down from the upper edge of a pixel to the baseline, 0 to 1
     */
    Glyphs of(Typeface typeface, double scale, double down) {
        if (sets.size() > MOST_SETS) {
            sets.clear();
        }
        return sets.computeIfAbsent(new Key(typeface, scale, down), Glyphs::new);
    }
}
