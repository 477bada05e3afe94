package io.cardloom.designer.ink;

import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.design.Box;
import io.cardloom.designer.design.CodeContent;
import io.cardloom.designer.design.Coloring;
import io.cardloom.designer.design.DesignDocument;
import io.cardloom.designer.design.FieldContent;
import io.cardloom.designer.design.Layer;
import io.cardloom.designer.design.LayerId;
import io.cardloom.designer.design.PathContent;
import io.cardloom.designer.design.Pictured;
import io.cardloom.designer.design.ShapeContent;
import io.cardloom.designer.design.SlotContent;
import io.cardloom.designer.design.TextContent;
import io.cardloom.designer.design.Typeset;
import io.cardloom.tenancy.refusal.Refusal;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The kernel that turns a document into a plan: pure, without pixels, files or a database.
 *
 * <p>A text's first baseline lies one ascent below the upper edge of its box. A line that is wider
 * than its box shrinks until it fits, on the same baseline, but never below the part of its size
 * that the design allows: a fixed text then reaches over its box, a field's value is refused.
 */
public final class Planner {

    private static final Paint NOTHING = new Paint.Solid(0);

    private final Typefaces typefaces;

    public Planner(Typefaces typefaces) {
        this.typefaces = typefaces;
    }

    /** The plan of one face as it is printed. */
    public DrawingPlan plan(DesignDocument document, Face face, FieldValues values) {
        return plan(document, face, values, Shown.PRINTED);
    }

    /** The plan of one face. */
    public DrawingPlan plan(DesignDocument document, Face face, FieldValues values, Shown shown) {
        List<Drawing> drawings = new ArrayList<>();
        List<DrawingPlan.Omission> omissions = new ArrayList<>();
        for (Map.Entry<LayerId, Layer> entry : document.stack(face)) {
            if (!shown.includes(entry.getValue())) {
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
     * @throws Refusal {@code GLYPH_MISSING}, {@code FONT_UNKNOWN}, {@code FIELD_TEXT_TOO_LONG} or
     *     {@code CODE_DATA}
     */
    public Drawing draw(LayerId id, Layer layer, FieldValues values) {
        Box box = layer.box();
        AffineTransform turn = rotation(box);
        return switch (layer.content()) {
            case TextContent text -> type(id, layer, line(text, box), Drawing.Fill.Kind.TEXT);
            case FieldContent field ->
                    type(id, layer, line(field, box, values.of(field)), Drawing.Fill.Kind.FIELD);
            case ShapeContent shape ->
                    colored(id, layer, Shapes.outline(shape, box), shape.coloring(), turn);
            case PathContent path ->
                    colored(id, layer, Shapes.outline(path, box), path.coloring(), turn);
            case CodeContent code -> code(id, layer, code, turn);
            case Pictured picture -> {
                AffineTransform place = new AffineTransform(turn);
                place.translate(box.x(), box.y());
                yield new Drawing.Picture(
                        id, picture, box.width(), box.height(), place, layer.opacity());
            }
            case SlotContent slot ->
                    fill(id, layer, Drawing.Fill.Kind.SHAPE, new Path2D.Double(), NOTHING, 0);
        };
    }

    /**
     * Sets fixed text in its box.
     *
     * @throws Refusal {@code GLYPH_MISSING} or {@code FONT_UNKNOWN}
     */
    public SetLine line(TextContent text, Box box) {
        Typeface typeface = typefaces.typeface(text.font(), text.weight());
        ShapedText shaped = typeface.shape(text.text(), text.size(), text.tracking());
        if (shaped.advance() > box.width() && text.shrink() < Typeset.NEVER_SHRINKS) {
            int size = Math.max(fitting(text, shaped, box), smallest(text));
            shaped = typeface.shape(text.text(), size, text.tracking());
        }
        return place(shaped, box, text, baseline(typeface, text.size(), box), text.arc());
    }

    /**
     * Sets a value in a field's box, shrunk until it fits.
     *
     * @throws Refusal {@code FIELD_TEXT_TOO_LONG} when it would become too small; the message does
     *     not repeat the value
     */
    public SetLine line(FieldContent field, Box box, String value) {
        Typeface typeface = typefaces.typeface(field.font(), field.weight());
        ShapedText shaped = typeface.shape(value, field.size(), field.tracking());
        int baseline = baseline(typeface, field.size(), box);
        if (shaped.advance() > box.width()) {
            int size = fitting(field, shaped, box);
            if (size < smallest(field)) {
                throw Refusal.invalid(
                        "FIELD_TEXT_TOO_LONG",
                        "The text of the field '%s' does not fit its box even at %d %% of its size. Make the box wider, the type smaller or the text shorter."
                                .formatted(name(field), field.shrink() / 10));
            }
            shaped = typeface.shape(value, size, field.tracking());
        }
        return place(shaped, box, field, baseline, 0);
    }

    /**
     * @throws Refusal {@code GLYPH_MISSING} when the field's font lacks one of these letters
     */
    public void requireGlyphs(FieldContent field, String letters) {
        typefaces.typeface(field.font(), field.weight()).requireGlyphs(letters);
    }

    /**
     * What people call a family in this weight.
     *
     * @throws Refusal {@code FONT_UNKNOWN}
     */
    public String called(String family, int weight) {
        return typefaces.typeface(family, weight).label();
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

    /**
     * The dark parts of a code, before its box is turned.
     *
     * @throws Refusal {@code CODE_DATA}
     */
    public static Path2D outline(CodeContent code, Box box) {
        return Codes.outline(code, box);
    }

    /** The side of a code's smallest part, micrometers. */
    public static double module(CodeContent code, Box box) {
        return Codes.module(code, box);
    }

    private static int fitting(Typeset typeset, ShapedText shaped, Box box) {
        return (int) Math.floor(typeset.size() * (box.width() / shaped.advance()));
    }

    private static int smallest(Typeset typeset) {
        return Math.ceilDiv(typeset.size() * typeset.shrink(), 1_000);
    }

    private static String name(FieldContent field) {
        return field.label().isBlank() ? field.key().name() : field.label();
    }

    private static int baseline(Typeface typeface, int size, Box box) {
        return box.y() + Math.round(typeface.ascent() * size / 1000f);
    }

    private static SetLine place(ShapedText text, Box box, Typeset typeset, int baseline, int arc) {
        double room = box.width() - text.advance();
        double left =
                box.x()
                        + switch (typeset.align()) {
                            case LEFT -> 0;
                            case CENTER -> room / 2;
                            case RIGHT -> room;
                        };
        return new SetLine(text, left, baseline, arc);
    }

    private static Drawing type(LayerId id, Layer layer, SetLine line, Drawing.Fill.Kind kind) {
        Paint paint = new Paint.Solid(Shapes.rgb(((Typeset) layer.content()).color()));
        return fill(id, layer, kind, line.outline(), paint, line.text().size());
    }

    private static Drawing colored(
            LayerId id,
            Layer layer,
            Path2D.Double upright,
            Coloring coloring,
            AffineTransform turn) {
        Path2D.Double outline = new Path2D.Double(upright, turn);
        boolean line =
                layer.content() instanceof ShapeContent shape
                        && shape.shape() == ShapeContent.Kind.LINE;
        boolean filled = coloring.kind() != Coloring.Kind.NONE && !line;
        boolean round = layer.content() instanceof PathContent;
        return new Drawing.Fill(
                id,
                Drawing.Fill.Kind.SHAPE,
                filled ? outline : new Path2D.Double(),
                Shapes.paint(coloring, layer.box(), turn),
                layer.opacity(),
                0,
                Shapes.stroke(outline, coloring, round));
    }

    private static Drawing code(LayerId id, Layer layer, CodeContent code, AffineTransform turn) {
        Box box = layer.box();
        Rectangle2D ground = new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height());
        Path2D.Double dark = new Path2D.Double(Codes.outline(code, box), turn);
        return new Drawing.Fill(
                id,
                Drawing.Fill.Kind.CODE,
                new Path2D.Double(ground, turn),
                new Paint.Solid(Shapes.rgb(code.ground())),
                layer.opacity(),
                0,
                List.of(new Drawing.Coat(dark, Shapes.rgb(code.color()))));
    }

    private static Drawing fill(
            LayerId id,
            Layer layer,
            Drawing.Fill.Kind kind,
            Path2D.Double upright,
            Paint paint,
            int size) {
        return new Drawing.Fill(
                id,
                kind,
                new Path2D.Double(upright, rotation(layer.box())),
                paint,
                layer.opacity(),
                size,
                List.of());
    }

    /** Carries what is set upright in a box to where the box's rotation puts it. */
    public static AffineTransform rotation(Box box) {
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
     * @param arc the angle it is bent over, thousandths of a degree
     */
    public record SetLine(ShapedText text, double left, int baseline, int arc) {

        /** The outline on the card, micrometers. */
        public Path2D.Double outline() {
            return new Path2D.Double(
                    arc == 0 ? text.outline() : text.outline(arc),
                    AffineTransform.getTranslateInstance(left, baseline));
        }
    }
}
