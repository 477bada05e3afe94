package io.cardloom.designer.design;

import io.cardloom.designer.asset.AssetDigest;

/** An uploaded picture, cropped to its box. */
public record ImageContent(AssetDigest asset, Crop crop, PictureFilter filter) implements Pictured {

    /** The whole picture as it is. */
    public ImageContent(AssetDigest asset) {
        this(asset, Crop.NONE, PictureFilter.NONE);
    }
}
