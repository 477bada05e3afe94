package io.cardloom.designer.ink;

import io.cardloom.designer.design.Box;
import io.cardloom.designer.design.Coloring;
import io.cardloom.designer.design.PathContent;
import io.cardloom.designer.design.ShapeContent;
import java.awt.BasicStroke;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;

/** The outlines of shapes and paths, and how they are colored. */
final class Shapes {

    /** Inner to outer radius of a star whose sides are in line with each other. */
    private static final double STAR = (3 - Math.sqrt(5)) / 2;

    private static final float MITER = 4;

    private Shapes() {}

    /** In its box, before rotation. */
    static Path2D.Double outline(ShapeContent shape, Box box) {
        double x = box.x();
        double y = box.y();
        double w = box.width();
        double h = box.height();
        return switch (shape.shape()) {
            case RECTANGLE -> {
                double across = Math.min(2.0 * shape.radius(), w);
                double down = Math.min(2.0 * shape.radius(), h);
                double corner = Math.min(across, down);
                yield new Path2D.Double(
                        corner == 0
                                ? new Rectangle2D.Double(x, y, w, h)
                                : new RoundRectangle2D.Double(x, y, w, h, corner, corner));
            }
            case ELLIPSE -> new Path2D.Double(new Ellipse2D.Double(x, y, w, h));
            case TRIANGLE -> polygon(box, 0.5, 0, 1, 1, 0, 1);
            case HEXAGON -> polygon(box, 0.25, 0, 0.75, 0, 1, 0.5, 0.75, 1, 0.25, 1, 0, 0.5);
            case STAR -> polygon(box, star());
            case LINE -> {
                Path2D.Double line = new Path2D.Double();
                line.moveTo(x, y + h / 2);
                line.lineTo(x + w, y + h / 2);
                yield line;
            }
        };
    }

    /** A path scaled to its box, before rotation. */
    static Path2D.Double outline(PathContent path, Box box) {
        AffineTransform place = AffineTransform.getTranslateInstance(box.x(), box.y());
        place.scale(
                (double) box.width() / path.viewWidth(), (double) box.height() / path.viewHeight());
        return new Path2D.Double(path.outline(), place);
    }

    /** The line along an outline; empty when it has none. */
    static List<Drawing.Coat> stroke(Path2D outline, Coloring coloring, boolean round) {
        if (coloring.strokeWidth() == 0) {
            return List.of();
        }
        BasicStroke pen =
                new BasicStroke(
                        coloring.strokeWidth(),
                        round ? BasicStroke.CAP_ROUND : BasicStroke.CAP_BUTT,
                        round ? BasicStroke.JOIN_ROUND : BasicStroke.JOIN_MITER,
                        MITER);
        return List.of(
                new Drawing.Coat(
                        new Path2D.Double(pen.createStrokedShape(outline)),
                        rgb(coloring.stroke())));
    }

    /**
     * The paint of a box's content.
     *
     * @param turn the box's rotation
     */
    static Paint paint(Coloring coloring, Box box, AffineTransform turn) {
        int from = rgb(coloring.fill());
        int to = rgb(coloring.end());
        return switch (coloring.kind()) {
            case SOLID, NONE -> new Paint.Solid(from);
            case LINEAR -> new Paint.Linear(from, to, axis(coloring, box, turn));
            case RADIAL -> {
                AffineTransform disc = middle(box, turn);
                disc.scale(box.width() / 2.0, box.height() / 2.0);
                yield new Paint.Radial(from, to, disc);
            }
        };
    }

    private static AffineTransform axis(Coloring coloring, Box box, AffineTransform turn) {
        double angle = Math.toRadians(coloring.angle() / 1000.0);
        double length =
                Math.abs(box.width() * Math.cos(angle)) + Math.abs(box.height() * Math.sin(angle));
        AffineTransform axis = middle(box, turn);
        axis.rotate(angle);
        axis.translate(-length / 2, 0);
        axis.scale(length, length);
        return axis;
    }

    private static AffineTransform middle(Box box, AffineTransform turn) {
        AffineTransform middle = new AffineTransform(turn);
        middle.translate(box.x() + box.width() / 2.0, box.y() + box.height() / 2.0);
        return middle;
    }

    static int rgb(String color) {
        return Integer.parseInt(color.substring(1), 16);
    }

    /** The ten points of a star in the square of side 1 that just holds it. */
    private static double[] star() {
        double[] points = new double[20];
        double wide = Math.sin(Math.toRadians(72));
        double high = 1 + Math.cos(Math.toRadians(36));
        for (int i = 0; i < 10; i++) {
            double radius = i % 2 == 0 ? 1 : STAR;
            double angle = Math.toRadians(36 * i);
            points[2 * i] = 0.5 + radius * Math.sin(angle) / (2 * wide);
            points[2 * i + 1] = (1 - radius * Math.cos(angle)) / high;
        }
        return points;
    }

    private static Path2D.Double polygon(Box box, double... points) {
        Path2D.Double path = new Path2D.Double();
        for (int i = 0; i < points.length; i += 2) {
            double x = box.x() + points[i] * box.width();
            double y = box.y() + points[i + 1] * box.height();
            if (i == 0) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        path.closePath();
        return path;
    }
}
