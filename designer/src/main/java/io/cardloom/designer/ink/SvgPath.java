package io.cardloom.designer.ink;

import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;

/** Path data of SVG 1.1 (8.3) in whole micrometers and tenths. */
public final class SvgPath {

    private SvgPath() {}

    /** The path data of an outline. */
    public static String of(Path2D outline) {
        StringBuilder path = new StringBuilder();
        double[] p = new double[6];
        for (PathIterator i = outline.getPathIterator(null); !i.isDone(); i.next()) {
            switch (i.currentSegment(p)) {
                case PathIterator.SEG_MOVETO -> segment(path, 'M', p, 2);
                case PathIterator.SEG_LINETO -> segment(path, 'L', p, 2);
                case PathIterator.SEG_QUADTO -> segment(path, 'Q', p, 4);
                case PathIterator.SEG_CUBICTO -> segment(path, 'C', p, 6);
                default -> path.append('Z');
            }
        }
        return path.toString();
    }

    private static void segment(StringBuilder path, char command, double[] points, int count) {
        path.append(command);
        for (int i = 0; i < count; i++) {
            long tenths = Math.round(points[i] * 10);
            if (i > 0) {
                path.append(' ');
            }
            if (tenths < 0) {
                path.append('-');
            }
            path.append(Math.abs(tenths) / 10);
            if (tenths % 10 != 0) {
                path.append('.').append(Math.abs(tenths) % 10);
            }
        }
    }
}
