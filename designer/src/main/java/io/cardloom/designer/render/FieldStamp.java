package io.cardloom.designer.render;

import io.cardloom.designer.design.FieldContent;
import io.cardloom.designer.design.Layer;
import io.cardloom.designer.ink.Drawing;
import io.cardloom.designer.ink.FieldValues;
import io.cardloom.designer.ink.Planner;
import io.cardloom.designer.ink.RasterInk;
import io.cardloom.designer.ink.ShapedText;
import io.cardloom.designer.ink.Sheet;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import org.jspecify.annotations.Nullable;

/**
 * Sets one field's values in pixels: upright lines from the masks of their glyphs, others from
 * their outlines. For one thread.
 */
final class FieldStamp {

    private final CardPrint.Step.Field field;
    private final FieldContent content;
    private final Rectangle place;
    private final Sheet sheet;
    private final Planner planner;
    private final RasterInk ink;
    private final GlyphMasks masks;
    private final boolean upright;
    private final int opacity;
    private final int rgb;

    private @Nullable Drawing drawing;
    private GlyphMask[] glyphs = new GlyphMask[32];
    private int[] lefts = new int[32];
    private int count;
    private int baseline;
    private Rectangle touched = new Rectangle();

    /**
     * @param place outside of which nothing is drawn
     */
    FieldStamp(
            CardPrint.Step.Field field,
            Rectangle place,
            Sheet sheet,
            Planner planner,
            RasterInk ink,
            GlyphMasks masks) {
        Layer layer = field.layer();
        this.field = field;
        this.content = (FieldContent) layer.content();
        this.place = place;
        this.sheet = sheet;
        this.planner = planner;
        this.ink = ink;
        this.masks = masks;
        this.upright = layer.box().rotation() == 0;
        this.opacity = Math.round(layer.opacity() * 256 / 1000f);
        this.rgb = Integer.parseInt(content.color().substring(1), 16);
    }

    /**
     * Takes the next value; returns the pixels it will touch.
     *
     * @throws io.cardloom.tenancy.refusal.Refusal when it cannot be set
     */
    Rectangle set(FieldValues values) {
        count = 0;
        drawing = null;
        if (upright) {
            Planner.SetLine line = planner.line(content, field.layer().box(), values.of(content));
            touched = level(line.text()) ? stand(line) : outline(values);
        } else {
            touched = outline(values);
        }
        return touched;
    }

    /** Draws the value taken last. */
    void draw(BufferedImage onto) {
        Drawing outlined = drawing;
        if (outlined != null) {
            Graphics2D g = onto.createGraphics();
            g.setClip(place);
            ink.draw(g, outlined);
            g.dispose();
        } else {
            int[] pixels = CardPlate.pixels(onto);
            for (int i = 0; i < count; i++) {
                blend(pixels, onto.getWidth(), glyphs[i], lefts[i]);
            }
        }
    }

    private Rectangle outline(FieldValues values) {
        Drawing made = planner.draw(field.id(), field.layer(), values);
        drawing = made;
        Rectangle bounds = sheet.toPixels().createTransformedShape(made.bounds()).getBounds();
        if (bounds.isEmpty()) {
            return new Rectangle();
        }
        bounds.grow(1, 1);
        return bounds.intersection(place);
    }

    private static boolean level(ShapedText text) {
        for (int i = 0; i < text.count(); i++) {
            if (text.y(i) != 0) {
                return false;
            }
        }
        return true;
    }

    private Rectangle stand(Planner.SetLine line) {
        ShapedText text = line.text();
        room(text.count());
        double scale = sheet.scale();
        double down = scale * (sheet.margin() + line.baseline());
        baseline = (int) Math.floor(down);
        GlyphMasks.Glyphs set =
                masks.of(
                        text.typeface(),
                        scale * text.size() / text.typeface().unitsPerEm(),
                        down - baseline);
        int left = Integer.MAX_VALUE;
        int right = Integer.MIN_VALUE;
        int top = Integer.MAX_VALUE;
        int bottom = Integer.MIN_VALUE;
        for (int i = 0; i < text.count(); i++) {
            double x = scale * (sheet.margin() + line.left() + text.x(i));
            int quarters = (int) Math.floor(x * GlyphMasks.PHASES + 0.5);
            GlyphMask mask = set.mask(text.glyph(i), Math.floorMod(quarters, GlyphMasks.PHASES));
            if (mask.width() > 0) {
                int at = Math.floorDiv(quarters, GlyphMasks.PHASES) + mask.left();
                glyphs[count] = mask;
                lefts[count++] = at;
                left = Math.min(left, at);
                right = Math.max(right, at + mask.width());
                top = Math.min(top, mask.top());
                bottom = Math.max(bottom, mask.top() + mask.height());
            }
        }
        return count == 0
                ? new Rectangle()
                : new Rectangle(left, baseline + top, right - left, bottom - top)
                        .intersection(place);
    }

    private void room(int needed) {
        if (needed > glyphs.length) {
            glyphs = new GlyphMask[2 * needed];
            lefts = new int[2 * needed];
        }
    }

    private void blend(int[] pixels, int width, GlyphMask mask, int left) {
        int top = baseline + mask.top();
        int fromX = Math.max(left, place.x);
        int toX = Math.min(left + mask.width(), place.x + place.width);
        int fromY = Math.max(top, place.y);
        int toY = Math.min(top + mask.height(), place.y + place.height);
        byte[] coverage = mask.coverage();
        for (int y = fromY; y < toY; y++) {
            int from = (y - top) * mask.width() - left;
            int row = y * width;
            for (int x = fromX; x < toX; x++) {
                int alpha = (coverage[from + x] & 255) * opacity >> 8;
                if (alpha == 255) {
                    pixels[row + x] = rgb;
                } else if (alpha != 0) {
                    pixels[row + x] = mixed(pixels[row + x], rgb, alpha);
                }
            }
        }
    }

    private static int mixed(int below, int above, int alpha) {
        int rest = 255 - alpha;
        int redBlue = (above & 0xff00ff) * alpha + (below & 0xff00ff) * rest + 0x800080;
        redBlue = redBlue + (redBlue >>> 8 & 0xff00ff) >>> 8 & 0xff00ff;
        int green = (above >> 8 & 255) * alpha + (below >> 8 & 255) * rest + 128;
        green = green + (green >> 8) & 0xff00;
        return redBlue | green;
    }
}
