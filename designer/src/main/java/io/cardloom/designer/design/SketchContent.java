package io.cardloom.designer.design;

import io.cardloom.designer.asset.AssetDigest;

/**
 * A picture as a drawing of one ink: there is ink where the picture is dark, and none elsewhere.
 *
 * @param threshold luma below which there is ink, 1 to 254
 * @param invert ink where the picture is light instead
 * @param color of the ink, {@code #rrggbb}
 */
public record SketchContent(
        AssetDigest asset, Crop crop, int threshold, boolean invert, String color)
        implements Pictured {

    public SketchContent {
        Checks.range("threshold", threshold, 1, 254);
        Checks.color("color", color);
    }
}
