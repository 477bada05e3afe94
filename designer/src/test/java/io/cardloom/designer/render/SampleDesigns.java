package io.cardloom.designer.render;

import io.cardloom.designer.asset.AssetDigest;
import io.cardloom.designer.cardbody.CardBody;
import io.cardloom.designer.cardbody.CardBodyId;
import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.cardbody.Finish;
import io.cardloom.designer.cardbody.PrintMethod;
import io.cardloom.designer.cardbody.Zone;
import io.cardloom.designer.cardbody.ZoneKind;
import io.cardloom.designer.design.Align;
import io.cardloom.designer.design.Box;
import io.cardloom.designer.design.Content;
import io.cardloom.designer.design.DesignDocument;
import io.cardloom.designer.design.DesignId;
import io.cardloom.designer.design.DesignRevision;
import io.cardloom.designer.design.Digest;
import io.cardloom.designer.design.FieldContent;
import io.cardloom.designer.design.ImageContent;
import io.cardloom.designer.design.Layer;
import io.cardloom.designer.design.LayerId;
import io.cardloom.designer.design.LayerTags;
import io.cardloom.designer.design.ShapeContent;
import io.cardloom.designer.design.TextContent;
import io.cardloom.designer.field.FieldKey;
import io.cardloom.designer.ink.Pictures;
import io.cardloom.designer.ink.RasterFile;
import io.cardloom.tenancy.program.ProgramId;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import javax.imageio.ImageIO;

/** Builds documents for tests of drawing and judging. */
public final class SampleDesigns {

    public static final AssetDigest PHOTO = new AssetDigest("11".repeat(32));
    public static final AssetDigest LOGO = new AssetDigest("22".repeat(32));

    private final Map<LayerId, Layer> layers = new LinkedHashMap<>();
    private final CardBodyId body = CardBodyId.next(Clock.systemUTC());
    private int order = 100;

    /** An ID-1 body with 2 mm of bleed and a zone of most kinds. */
    public static CardBody body() {
        return new CardBody(
                CardBodyId.next(Clock.systemUTC()),
                1,
                "Test body",
                "PVC",
                "#ffffff",
                Finish.GLOSS,
                CardBody.ID1_WIDTH,
                CardBody.ID1_HEIGHT,
                CardBody.ID1_CORNER_RADIUS,
                2_000,
                3_000,
                List.of(
                        new Zone(ZoneKind.CHIP, Face.FRONT, 8_500, 18_000, 13_500, 12_000, false),
                        new Zone(
                                ZoneKind.NETWORK_MARK,
                                Face.FRONT,
                                64_000,
                                38_000,
                                18_600,
                                12_500,
                                true),
                        new Zone(ZoneKind.STRIPE, Face.BACK, 0, 4_000, 85_600, 12_700, true),
                        new Zone(
                                ZoneKind.SIGNATURE, Face.BACK, 4_000, 20_000, 50_000, 8_000, true)),
                PrintMethod.RETRANSFER,
                300,
                1_000);
    }

    public SampleDesigns add(Layer layer) {
        layers.put(LayerId.next(Clock.systemUTC()), layer);
        return this;
    }

    public SampleDesigns add(Face face, Box box, Content content) {
        return add(Layer.of(face, "a" + order++, "layer", box, content));
    }

    public SampleDesigns add(Face face, Box box, int opacity, Content content) {
        return add(
                new Layer(
                        face,
                        "a" + order++,
                        "layer",
                        box,
                        opacity,
                        false,
                        false,
                        LayerTags.NONE,
                        content));
    }

    public DesignDocument document() {
        return new DesignDocument(DesignDocument.SCHEMA, body, layers);
    }

    public DesignRevision revision(CardBody body) {
        return new DesignRevision(
                new Digest("ab".repeat(32)),
                DesignId.next(Clock.systemUTC()),
                ProgramId.next(Clock.systemUTC()),
                "Riverside Runners",
                7,
                document(),
                body,
                Map.of(),
                Instant.parse("2026-11-01T10:00:00Z"),
                Set.of());
    }

    public static Box box(int x, int y, int width, int height) {
        return new Box(x, y, width, height, 0);
    }

    public static ShapeContent rectangle(String fill) {
        return new ShapeContent(ShapeContent.Kind.RECTANGLE, fill);
    }

    public static ShapeContent ellipse(String fill) {
        return new ShapeContent(ShapeContent.Kind.ELLIPSE, fill);
    }

    public static TextContent text(String text, String font, int size, String color) {
        return new TextContent(text, font, 400, size, color, Align.LEFT);
    }

    public static FieldContent field(FieldKey key, String sample, String font, int size) {
        return new FieldContent(key, key.name(), sample, font, 700, size, "#ffffff", Align.LEFT);
    }

    /** A face with everything on it: photo, logo, shapes, rotation, opacity, texts and fields. */
    public static SampleDesigns rich() {
        return new SampleDesigns()
                .add(Face.FRONT, box(-2_000, -2_000, 89_600, 57_980), new ImageContent(PHOTO))
                .add(Face.FRONT, box(50_000, -6_000, 40_000, 40_000), 450, ellipse("#0b7285"))
                .add(
                        Face.FRONT,
                        new Box(60_000, 6_000, 16_000, 12_000, 15_000),
                        new ImageContent(LOGO))
                .add(
                        Face.FRONT,
                        box(6_000, 5_000, 50_000, 6_000),
                        text("AVATAR Wave Tōkyō", "montserrat", 5_000, "#ffffff"))
                .add(
                        Face.FRONT,
                        new Box(30_000, 22_000, 26_000, 5_000, 350_000),
                        text("fine offices", "plex-serif", 4_000, "#ffe066"))
                .add(
                        Face.FRONT,
                        box(6_000, 33_000, 60_000, 5_000),
                        field(FieldKey.PAN, "0000 0012 3456 7890", "plex-mono", 4_200))
                .add(
                        Face.FRONT,
                        box(6_000, 40_000, 20_000, 4_000),
                        field(FieldKey.EXPIRY, "12/30", "plex-mono", 3_200))
                .add(
                        Face.FRONT,
                        box(6_000, 45_500, 50_000, 4_500),
                        field(FieldKey.CARDHOLDER_NAME, "ZOË O’BRIEN-ŁUKASZ", "plex-sans", 3_800))
                .add(Face.FRONT, box(20_000, 32_000, 4_000, 20_000), 500, rectangle("#e03131"))
                .add(
                        Face.BACK,
                        box(6_000, 30_000, 60_000, 5_000),
                        text("Lost card? Call your issuer.", "plex-sans", 2_600, "#212529"));
    }

    /** A photo and a logo with transparency, drawn here. */
    public static Pictures pictures() {
        RasterFile photo = new RasterFile(photo(1_200, 776, "jpeg"));
        RasterFile logo = new RasterFile(logo(800, 600));
        return asset ->
                asset.equals(PHOTO)
                        ? Optional.of(photo)
                        : asset.equals(LOGO) ? Optional.of(logo) : Optional.empty();
    }

    /** Soft gradients with seeded blobs, as a photograph has. */
    public static byte[] photo(int width, int height, String format) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setPaint(
                new GradientPaint(0, 0, new Color(0x14213d), width, height, new Color(0x5f0f40)));
        g.fillRect(0, 0, width, height);
        Random random = new Random(7);
        for (int i = 0; i < 40; i++) {
            g.setColor(new Color(random.nextInt(90), random.nextInt(90), random.nextInt(110), 90));
            int size = 40 + random.nextInt(200);
            g.fill(new Ellipse2D.Double(random.nextInt(width), random.nextInt(height), size, size));
        }
        g.dispose();
        return encode(image, format);
    }

    private static byte[] logo(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(
                java.awt.RenderingHints.KEY_ANTIALIASING,
                java.awt.RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(new Color(0xf08c00));
        g.fill(new Ellipse2D.Double(20, 20, width - 40, height - 40));
        g.setColor(new Color(255, 255, 255, 200));
        g.fillRect(width / 3, height / 3, width / 3, height / 3);
        g.dispose();
        return encode(image, "png");
    }

    private static byte[] encode(BufferedImage image, String format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
