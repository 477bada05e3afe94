package io.cardloom.production.intake;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** Draws faces of nobody: flat shapes that differ by number, with SAMPLE written across. */
final class SampleFace {

    /** 35 mm at 300 dots per inch. */
    static final int WIDTH = 413;

    /** 45 mm at 300 dots per inch. */
    static final int HEIGHT = 531;

    private static final int[] SKIN = {0xF2D3BC, 0xE0AC84, 0xC68642, 0x9C6B3F, 0x6B4423};
    private static final int[] HAIR = {0x2B1B12, 0x5A3A22, 0xA5692F, 0xD8B46A, 0x8A8A8A};
    private static final int[] CLOTH = {0x31506B, 0x5B3A5E, 0x2F5D50, 0x7A4B32, 0x3B3F46};

    /** Seeds that follow each other begin alike. */
    private static final long SPREAD = 1_000_003;

    private static final Color GROUND = new Color(0xE9EDF0);
    private static final Color DARK = new Color(0x2A2421);
    private static final Color LIPS = new Color(0xA9544D);
    private static final Color MARK = new Color(0xE0, 0x31, 0x31, 0x90);

    /** The letters of SAMPLE in strokes, each in a field of 2 by 4; a blank begins a new stroke. */
    private static final String[] LETTERS = {
        "20 00 02 22 24 04",
        "04 10 24 -- 02 22",
        "04 00 12 20 24",
        "04 00 20 22 02",
        "00 04 24",
        "20 00 04 24 -- 02 12"
    };

    private SampleFace() {}

    /** A JPEG picture of {@link #WIDTH} by {@link #HEIGHT} pixels; the same number, the same. */
    static byte[] jpeg(int number) {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.setColor(GROUND);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        person(pen, new Random(number * SPREAD));
        mark(pen);
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(picture, "jpeg", bytes)) {
                throw new IOException("no JPEG writer");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void person(Graphics2D pen, Random random) {
        Color hair = one(HAIR, random);
        Color skin = one(SKIN, random);
        double width = 180 + random.nextInt(30);
        double height = 238 + random.nextInt(26);
        double top = 118;
        boolean isLong = random.nextBoolean();
        double fall = isLong ? height + 50 : height * 0.62;
        fill(pen, hair, oval(top - 26, width + 44, fall));
        fill(pen, one(CLOTH, random), new RoundRectangle2D.Double(36, 425, 341, 200, 150, 150));
        fill(
                pen,
                skin.darker(),
                new RoundRectangle2D.Double(WIDTH / 2.0 - 42, top + height - 70, 84, 150, 70, 70));
        fill(pen, skin, oval(top, width, height));
        fill(
                pen,
                hair,
                new Arc2D.Double(
                        (WIDTH - width) / 2 - 6, top - 14, width + 12, 150, 12, 156, Arc2D.CHORD));
        features(pen, hair, top + height * 0.46, width);
    }

    private static void features(Graphics2D pen, Color hair, double eyes, double width) {
        for (int side : new int[] {-1, 1}) {
            double at = WIDTH / 2.0 + side * width * 0.22;
            fill(pen, Color.WHITE, new Ellipse2D.Double(at - 17, eyes - 8, 34, 17));
            fill(pen, DARK, new Ellipse2D.Double(at - 8, eyes - 8, 16, 16));
            pen.setColor(hair);
            pen.setStroke(line(7));
            pen.draw(new Arc2D.Double(at - 24, eyes - 32, 48, 30, 35, 110, Arc2D.OPEN));
        }
        pen.setColor(new Color(0, 0, 0, 70));
        pen.setStroke(line(5));
        pen.draw(new Arc2D.Double(WIDTH / 2.0 - 15, eyes + 38, 30, 20, 190, 160, Arc2D.OPEN));
        pen.setColor(LIPS);
        pen.setStroke(line(8));
        pen.draw(new Arc2D.Double(WIDTH / 2.0 - 36, eyes + 64, 72, 30, 205, 130, Arc2D.OPEN));
    }

    private static void mark(Graphics2D pen) {
        AffineTransform turned = new AffineTransform();
        turned.translate(WIDTH / 2.0, HEIGHT / 2.0);
        turned.rotate(-0.6);
        turned.scale(22, 22);
        turned.translate(-8.5, -2);
        Path2D word = new Path2D.Double();
        for (int i = 0; i < LETTERS.length; i++) {
            letter(word, LETTERS[i], i * 3);
        }
        pen.setColor(MARK);
        pen.setStroke(line(12));
        pen.draw(turned.createTransformedShape(word));
    }

    private static void letter(Path2D word, String strokes, int left) {
        boolean begins = true;
        for (String point : strokes.split(" ")) {
            if (point.equals("--")) {
                begins = true;
                continue;
            }
            double x = left + point.charAt(0) - '0';
            double y = point.charAt(1) - '0';
            if (begins) {
                word.moveTo(x, y);
            } else {
                word.lineTo(x, y);
            }
            begins = false;
        }
    }

    private static BasicStroke line(float width) {
        return new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    private static Shape oval(double top, double width, double height) {
        return new Ellipse2D.Double((WIDTH - width) / 2, top, width, height);
    }

    private static void fill(Graphics2D pen, Color color, Shape shape) {
        pen.setColor(color);
        pen.fill(shape);
    }

    private static Color one(int[] colors, Random random) {
        return new Color(colors[random.nextInt(colors.length)]);
    }
}
