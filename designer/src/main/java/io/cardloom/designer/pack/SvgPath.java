package io.cardloom.designer.pack;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import org.apache.batik.parser.AWTPathProducer;
import org.apache.batik.parser.AWTTransformProducer;
import org.apache.batik.parser.ParseException;
import org.apache.batik.parser.PathParser;
import org.apache.batik.parser.TransformListParser;

/** Path data and transforms of SVG, into and out of outlines. */
final class SvgPath {

    private static final String[] LETTERS = {"M", "L", "Q", "C", "Z"};

    private SvgPath() {}

    /**
     * @throws IllegalArgumentException when it is no path data
     */
    static Path2D outline(String d) {
        AWTPathProducer producer = new AWTPathProducer();
        PathParser parser = new PathParser();
        parser.setPathHandler(producer);
        try {
            parser.parse(d);
        } catch (ParseException e) {
            throw new IllegalArgumentException("no path data", e);
        }
        return new Path2D.Double(producer.getShape());
    }

    /**
     * @throws IllegalArgumentException when it is no transform
     */
    static AffineTransform transform(String value) {
        AWTTransformProducer producer = new AWTTransformProducer();
        TransformListParser parser = new TransformListParser();
        parser.setTransformListHandler(producer);
        try {
            parser.parse(value);
        } catch (ParseException e) {
            throw new IllegalArgumentException("no transform", e);
        }
        AffineTransform made = producer.getAffineTransform();
        return made == null ? new AffineTransform() : made;
    }

    /** As a document holds it: whole numbers, and only the five letters. */
    static String write(Path2D outline, AffineTransform placed) {
        StringBuilder d = new StringBuilder();
        double[] at = new double[6];
        for (PathIterator i = outline.getPathIterator(placed); !i.isDone(); i.next()) {
            int kind = i.currentSegment(at);
            d.append(LETTERS[kind]);
            int numbers = kind == PathIterator.SEG_CLOSE ? 0 : 2 * Math.max(1, kind);
            for (int n = 0; n < numbers; n++) {
                d.append(n == 0 ? "" : " ").append(Math.round(at[n]));
            }
        }
        return d.toString();
    }
}
