package io.cardloom.designer.asset.decoder;

import io.cardloom.designer.asset.picture.Master;
import java.util.List;

/**
 * What the decoder made of an upload.
 *
 * @param svg the rewritten drawing; empty for a photograph
 */
public record Decoded(Master master, byte[] svg) {

    /** What is made of a font: nothing but the word that it could be drawn. */
    static final Decoded NOTHING =
            new Decoded(new Master(true, 1, 1, new byte[0], List.of()), new byte[0]);
}
