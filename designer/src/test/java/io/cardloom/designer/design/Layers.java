package io.cardloom.designer.design;

import io.cardloom.designer.asset.AssetDigest;
import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.field.FieldKey;
import java.util.Locale;

/** One plain layer of each type, for tests. */
final class Layers {

    private Layers() {}

    /** A layer's id with a number in it, the same in every run. */
    static LayerId id(int number) {
        return new LayerId(String.format(Locale.ROOT, "lay_%026d", number));
    }

    static Layer shape() {
        return Layer.of(
                Face.FRONT,
                "a0",
                "Background",
                new Box(-1_000, -1_000, 87_600, 55_980, 0),
                new ShapeContent(ShapeContent.Kind.RECTANGLE, "#0b3d2e"));
    }

    static Layer text() {
        return Layer.of(
                Face.FRONT,
                "a1",
                "Program",
                new Box(6_000, 5_000, 40_000, 5_000, 0),
                new TextContent(
                        "Café Zoë & Söhne", "plex-sans", 700, 3_500, "#ffffff", Align.LEFT));
    }

    static Layer field() {
        return Layer.of(
                Face.BACK,
                "a2",
                "Name",
                new Box(6_000, 40_000, 60_000, 4_000, 1_500),
                new FieldContent(
                        FieldKey.CARDHOLDER_NAME,
                        "Cardholder",
                        "ALEX SAMPLE",
                        "plex-sans",
                        400,
                        3_000,
                        "#101010",
                        Align.CENTER));
    }

    static Layer image() {
        return Layer.of(
                Face.FRONT,
                "a3",
                "Logo",
                new Box(60_000, 5_000, 18_000, 9_000, 0),
                new ImageContent(new AssetDigest("ab".repeat(32))));
    }
}
