package io.cardloom.designer.asset.decoder;

import io.cardloom.designer.asset.picture.Master;

/**
 * What the decoder made of an upload.
 *
 * @param svg the rewritten drawing; empty for a photograph
 */
public record Decoded(Master master, byte[] svg) {}
