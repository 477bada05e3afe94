package io.cardloom.designer.render;

import static io.cardloom.designer.render.SampleDesigns.box;

import io.cardloom.designer.asset.AssetDigest;
import io.cardloom.designer.cardbody.CardBody;
import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.design.Align;
import io.cardloom.designer.design.CodeContent;
import io.cardloom.designer.design.Coloring;
import io.cardloom.designer.design.DesignDocument;
import io.cardloom.designer.design.FieldContent;
import io.cardloom.designer.design.ImageContent;
import io.cardloom.designer.design.ShapeContent;
import io.cardloom.designer.field.FieldKey;
import io.cardloom.designer.fixture.DesignCorpus;
import io.cardloom.designer.fixture.RealInput;
import io.cardloom.designer.ink.Pictures;
import io.cardloom.designer.ink.Planner;
import io.cardloom.designer.ink.RasterFile;
import io.cardloom.designer.ink.Sheet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The card that figures are measured on: a photograph, two gradients, a logo, a QR code, and four
 * fields in two families.
 */
public final class BenchCard {

    private static final AssetDigest PHOTO = new AssetDigest("0a".repeat(32));
    private static final AssetDigest LOGO = new AssetDigest("0b".repeat(32));

    private final CardBody body = SampleDesigns.body();
    private final Pictures pictures;

    public BenchCard() throws IOException {
        Path folder = Files.createTempDirectory("bench");
        Path photo =
                RealInput.jpeg(
                        RealInput.webpPhotographs().getFirst(), folder, "-resize", "1600x1040!");
        Map<AssetDigest, RasterFile> files =
                Map.of(
                        PHOTO, new RasterFile(Files.readAllBytes(photo)),
                        LOGO, new RasterFile(DesignCorpus.mark()));
        this.pictures = asset -> Optional.ofNullable(files.get(asset));
    }

    public CardBody body() {
        return body;
    }

    public Pictures pictures() {
        return pictures;
    }

    /** Everything, or only the fields. */
    public DesignDocument document(boolean whole) {
        SampleDesigns design = new SampleDesigns();
        if (whole) {
            design.add(Face.FRONT, box(-2_000, -2_000, 89_600, 57_980), new ImageContent(PHOTO))
                    .add(Face.FRONT, box(-2_000, 28_000, 89_600, 27_980), 700, gradient(90_000))
                    .add(Face.FRONT, box(40_000, -8_000, 50_000, 40_000), 300, gradient(20_000))
                    .add(Face.FRONT, box(62_000, 5_000, 18_000, 12_000), new ImageContent(LOGO))
                    .add(
                            Face.FRONT,
                            box(68_000, 36_000, 13_000, 13_000),
                            new CodeContent(
                                    CodeContent.Symbology.QR,
                                    "https://cardloom.example/c/0451",
                                    "#000000",
                                    "#ffffff",
                                    CodeContent.Level.M));
        }
        return design.add(
                        Face.FRONT,
                        box(6_000, 30_000, 60_000, 6_000),
                        field(FieldKey.PAN, "0000 0012 3456 7890", "plex-mono", 4_600))
                .add(
                        Face.FRONT,
                        box(6_000, 38_500, 20_000, 4_000),
                        field(FieldKey.EXPIRY, "12/30", "plex-mono", 3_000))
                .add(
                        Face.FRONT,
                        box(30_000, 38_500, 34_000, 4_000),
                        field(FieldKey.SECOND_LINE, "Member since 2019", "plex-sans", 2_600))
                .add(
                        Face.FRONT,
                        box(6_000, 45_000, 58_000, 5_000),
                        field(FieldKey.CARDHOLDER_NAME, "ZOË O’BRIEN-ŁUKASZ", "plex-sans", 3_800))
                .document();
    }

    /** One of many cards. */
    public static Map<FieldKey, String> values(int number) {
        return Map.of(
                FieldKey.PAN,
                "0000 %04d 0000 %04d".formatted(number * 7 % 10_000, number % 10_000),
                FieldKey.EXPIRY,
                "%02d/3%d".formatted(1 + number % 12, number % 10),
                FieldKey.SECOND_LINE,
                "Member since " + (1990 + number % 36),
                FieldKey.CARDHOLDER_NAME,
                "RENÉE D’ARC-ŠIMIĆ " + number % 10_000);
    }

    /** The face made ready to print. */
    public CardPrint print(int dpi) {
        return CardPrint.compile(
                document(true),
                Face.FRONT,
                body,
                Sheet.of(body, body.bleed(), dpi),
                null,
                new Planner(new Fonts()),
                pictures,
                new CardPrint.Imprint("Bench", Instant.EPOCH, new byte[] {1}));
    }

    private static ShapeContent gradient(int angle) {
        return new ShapeContent(
                angle > 45_000 ? ShapeContent.Kind.RECTANGLE : ShapeContent.Kind.ELLIPSE,
                0,
                new Coloring(
                        angle > 45_000 ? Coloring.Kind.LINEAR : Coloring.Kind.RADIAL,
                        "#0b3d5c",
                        "#0b1a2c",
                        angle,
                        "#000000",
                        0));
    }

    private static FieldContent field(FieldKey key, String sample, String font, int size) {
        return new FieldContent(key, key.name(), sample, font, 700, size, "#ffffff", Align.LEFT);
    }
}
