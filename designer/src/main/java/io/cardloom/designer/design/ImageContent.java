package io.cardloom.designer.design;

import io.cardloom.designer.asset.AssetDigest;

/** An uploaded picture that fills its box; the box keeps the picture's aspect. */
public record ImageContent(AssetDigest asset) implements Content {}
