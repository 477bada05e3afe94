package io.cardloom.designer.ink;

import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;

/** Outlines as operators (ISO 32000-1, 8.5.2), in tenths of a micrometer. */
final class PdfPath {

    private final StringBuilder content;

    private PdfPath(StringBuilder content) {
        this.content = content;
    }

    static void append(StringBuilder content, Path2D outline) {
        new PdfPath(content).path(outline.getPathIterator(null));
    }

    private void path(PathIterator i) {
        double[] p = new double[6];
        double x = 0;
        double y = 0;
        for (; !i.isDone(); i.next()) {
            switch (i.currentSegment(p)) {
                case PathIterator.SEG_MOVETO -> point(p[0], p[1]).append("m\n");
                case PathIterator.SEG_LINETO -> point(p[0], p[1]).append("l\n");
                case PathIterator.SEG_QUADTO -> {
                    point(x + (p[0] - x) * 2 / 3, y + (p[1] - y) * 2 / 3);
                    point(p[2] + (p[0] - p[2]) * 2 / 3, p[3] + (p[1] - p[3]) * 2 / 3);
                    point(p[2], p[3]).append("c\n");
                    p[0] = p[2];
                    p[1] = p[3];
                }
                case PathIterator.SEG_CUBICTO -> {
                    point(p[0], p[1]);
                    point(p[2], p[3]);
                    point(p[4], p[5]).append("c\n");
                    p[0] = p[4];
                    p[1] = p[5];
                }
                default -> content.append("h\n");
            }
            x = p[0];
            y = p[1];
        }
    }

    private StringBuilder point(double x, double y) {
        return content.append(tenths(x)).append(' ').append(tenths(y)).append(' ');
    }

    private static String tenths(double micrometers) {
        return PdfNumber.of(Math.rint(micrometers * 10) / 10);
    }
}
