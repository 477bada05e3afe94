package io.cardloom.designer.ink;

import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.design.Align;
import io.cardloom.designer.design.Box;
import io.cardloom.designer.design.DesignDocument;
import io.cardloom.designer.design.FieldContent;
import io.cardloom.designer.design.ImageContent;
import io.cardloom.designer.design.Layer;
import io.cardloom.designer.design.LayerId;
import io.cardloom.designer.design.ShapeContent;
import io.cardloom.designer.design.TextContent;
import io.cardloom.tenancy.refusal.Refusal;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The kernel that turns a document into a plan: pure, without pixels, files or a database.
 *
 * <p>A text's first baseline lies one ascent below the upper edge of its box. A field that is wider
 * than its box shrinks until it fits, on the same baseline, but never below {@link
 * #SMALLEST_SHRINK}.
 */
public final class Planner {

    /** The least part of its designed size that a field may shrink to, thousandths. */
    public static final int SMALLEST_SHRINK = 600;

    private final Typefaces typefaces;

    public Planner(Typefaces typefaces) {
        this.typefaces = typefaces;
    }

    /** The plan of one face; hidden and fully transparent layers are not in it. */
    public DrawingPlan plan(DesignDocument document, Face face, FieldValues values) {
        List<Drawing> drawings = new ArrayList<>();
        List<DrawingPlan.Omission> omissions = new ArrayList<>();
        for (Map.Entry<LayerId, Layer> entry : document.stack(face)) {
            if (entry.getValue().hidden() || entry.getValue().opacity() == 0) {
                continue;
            }
            try {
                drawings.add(draw(entry.getKey(), entry.getValue(), values));
            } catch (Refusal reason) {
                omissions.add(new DrawingPlan.Omission(entry.getKey(), reason));
            }
        }
        return new DrawingPlan(drawings, omissions);
    }

    /**
     * One layer's step.
     *
     * @throws Refusal {@code GLYPH_MISSING}, {@code FONT_UNKNOWN} or {@code FIELD_TEXT_TOO_LONG}
     */
    public Drawing draw(LayerId id, Layer layer, FieldValues values) {
        Box box = layer.box();
        return switch (layer.content()) {
            case ShapeContent shape ->
                    fill(id, layer, Drawing.Fill.Kind.SHAPE, outline(shape, box), shape.fill(), 0);
            case TextContent text -> {
                SetLine line = line(text, box);
                yield fill(
                        id,
                        layer,
                        Drawing.Fill.Kind.TEXT,
                        line.outline(),
                        text.color(),
                        line.text().size());
            }
            case FieldContent field -> {
                SetLine line = line(field, box, values.of(field));
                yield fill(
                        id,
                        layer,
                        Drawing.Fill.Kind.FIELD,
                        line.outline(),
                        field.color(),
                        line.text().size());
            }
            case ImageContent image -> {
                AffineTransform place = rotation(box);
                place.translate(box.x(), box.y());
                yield new Drawing.Picture(
                        id, image.asset(), box.width(), box.height(), place, layer.opacity());
            }
        };
    }

    /** Sets fixed text in its box, at its size, however wide it becomes. */
    public SetLine line(TextContent text, Box box) {
        Typeface typeface = typefaces.typeface(text.font(), text.weight());
        ShapedText shaped = typeface.shape(text.text(), text.size());
        return place(shaped, box, text.align(), baseline(typeface, text.size(), box));
    }

    /**
     * Sets a value in a field's box, shrunk until it fits.
     *
     * @throws Refusal {@code FIELD_TEXT_TOO_LONG} when it would become too small; the message does
     *     not repeat the value
     */
    public SetLine line(FieldContent field, Box box, String value) {
        Typeface typeface = typefaces.typeface(field.font(), field.weight());
        ShapedText shaped = typeface.shape(value, field.size());
        int baseline = baseline(typeface, field.size(), box);
        if (shaped.advance() > box.width()) {
            int size = (int) Math.floor(field.size() * (box.width() / shaped.advance()));
            if (size * 1000L < (long) field.size() * SMALLEST_SHRINK) {
                throw Refusal.invalid(
                        "FIELD_TEXT_TOO_LONG",
                        "The text of the field '%s' does not fit its box even at %d %% of its size. Make the box wider, the type smaller or the text shorter."
                                .formatted(name(field), SMALLEST_SHRINK / 10));
            }
            shaped = typeface.shape(value, size);
        }
        return place(shaped, box, field.align(), baseline);
    }

    /**
     * @throws Refusal {@code GLYPH_MISSING} when the field's font lacks one of these letters
     */
    public void requireGlyphs(FieldContent field, String letters) {
        typefaces.typeface(field.font(), field.weight()).requireGlyphs(letters);
    }

    /** Whether there is such a family, and its font has all these letters. */
    public boolean has(String family, int weight, String letters) {
        try {
            typefaces.typeface(family, weight).requireGlyphs(letters);
            return true;
        } catch (Refusal missing) {
            return false;
        }
    }

    private static String name(FieldContent field) {
        return field.label().isBlank() ? field.key().name() : field.label();
    }

    private static int baseline(Typeface typeface, int size, Box box) {
        return box.y() + Math.round(typeface.ascent() * size / 1000f);
    }

    private static SetLine place(ShapedText text, Box box, Align align, int baseline) {
        double room = box.width() - text.advance();
        double left =
                box.x()
                        + switch (align) {
                            case LEFT -> 0;
                            case CENTER -> room / 2;
                            case RIGHT -> room;
                        };
        return new SetLine(text, left, baseline);
    }

    private static Path2D.Double outline(ShapeContent shape, Box box) {
        return new Path2D.Double(
                switch (shape.shape()) {
                    case RECTANGLE ->
                            new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height());
                    case ELLIPSE ->
                            new Ellipse2D.Double(box.x(), box.y(), box.width(), box.height());
                });
    }

    private static Drawing fill(
            LayerId id,
            Layer layer,
            Drawing.Fill.Kind kind,
            Path2D.Double upright,
            String color,
            int size) {
        return new Drawing.Fill(
                id,
                kind,
                new Path2D.Double(upright, rotation(layer.box())),
                Integer.parseInt(color.substring(1), 16),
                layer.opacity(),
                size);
    }

    private static AffineTransform rotation(Box box) {
        return AffineTransform.getRotateInstance(
                Math.toRadians(box.rotation() / 1000.0),
                box.x() + box.width() / 2.0,
                box.y() + box.height() / 2.0);
    }

    /**
     * A line in its place, before rotation.
     *
     * @param left where the line begins, micrometers
     * @param baseline micrometers from the upper edge of the trimmed card
     */
    public record SetLine(ShapedText text, double left, int baseline) {

        /** The outline on the card, micrometers. */
        public Path2D.Double outline() {
            return new Path2D.Double(
                    text.outline(), AffineTransform.getTranslateInstance(left, baseline));
        }
    }
}
