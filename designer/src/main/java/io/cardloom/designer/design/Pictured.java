package io.cardloom.designer.design;

import io.cardloom.designer.asset.AssetDigest;

/** Content that shows an uploaded picture. */
public sealed interface Pictured extends Content permits ImageContent, SketchContent {

    /** The picture. */
    AssetDigest asset();

    /** The part of it that fills the box. */
    Crop crop();
}
