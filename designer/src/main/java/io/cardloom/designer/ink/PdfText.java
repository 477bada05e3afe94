package io.cardloom.designer.ink;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.HexFormat;
import java.util.Locale;

/**
 * A shaped line as the operators that show it (ISO 32000-1, 9.4): the glyphs stand where shaping
 * put them.
 */
final class PdfText {

    private static final double EM = 1000;
    private static final HexFormat HEX = HexFormat.of();

    private final StringBuilder content;
    private final PdfFonts.Used font;

    private PdfText(StringBuilder content, PdfFonts.Used font) {
        this.content = content;
        this.font = font;
    }

    /**
     * Shows a line with the content's color.
     *
     * @param turn carries the line from where it was set upright to where it is drawn
     */
    static void show(
            StringBuilder content,
            PdfFile file,
            PdfResources resources,
            Planner.SetLine line,
            AffineTransform turn) {
        if (line.arc() != 0 || !line.text().typeface().embeds()) {
            PdfPath.append(content, new Path2D.Double(line.outline(), turn));
            content.append("f\n");
            return;
        }
        PdfFonts.Used font = file.font(line.text().typeface());
        resources.font(font.name(), font.number());
        AffineTransform place = new AffineTransform(turn);
        place.translate(line.left(), line.baseline());
        show(content, font, line.text(), place);
    }

    /**
     * @param place carries the line's beginning, y downwards, to the coordinates of the content
     */
    private static void show(
            StringBuilder content, PdfFonts.Used font, ShapedText text, AffineTransform place) {
        if (text.count() == 0) {
            return;
        }
        content.append("BT /").append(font.name()).append(' ').append(text.size()).append(" Tf ");
        AffineTransform upwards = new AffineTransform(place);
        upwards.scale(1, -1);
        double[] m = new double[6];
        upwards.getMatrix(m);
        for (int i = 0; i < 6; i++) {
            content.append(i < 4 ? fine(m[i]) : PdfNumber.of(m[i])).append(' ');
        }
        content.append("Tm ");
        new PdfText(content, font).glyphs(text);
        content.append("ET\n");
    }

    private void glyphs(ShapedText text) {
        double scale = EM / text.size();
        double pen = 0;
        double rise = 0;
        boolean open = false;
        for (int i = 0; i < text.count(); i++) {
            double up = -text.y(i);
            if (up != rise) {
                content.append(open ? ">] TJ " : "").append(PdfNumber.of(up)).append(" Ts ");
                open = false;
                rise = up;
            }
            long back = Math.round(pen - text.x(i) * scale);
            if (!open) {
                content.append(back == 0 ? "[<" : "[" + back + "<");
                open = true;
            } else if (back != 0) {
                content.append('>').append(back).append('<');
            }
            HEX.toHexDigits(content, (byte) (text.glyph(i) >> 8));
            HEX.toHexDigits(content, (byte) text.glyph(i));
            pen += font.width(text.glyph(i)) - back;
        }
        content.append(">] TJ ");
    }

    private static String fine(double value) {
        return value == Math.rint(value)
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.8f", value);
    }
}
