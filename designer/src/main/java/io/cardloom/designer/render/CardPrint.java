package io.cardloom.designer.render;

import io.cardloom.designer.field.FieldKey;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.stream.Stream;

/** One face of a frozen revision, made ready to print many cards. */
public final class CardPrint {

    CardPrint() {}

    /** One card as pixels, bleed included; the caller may keep and change it. */
    public BufferedImage raster(Map<FieldKey, String> values) {
        throw new IllegalStateException("not built yet");
    }

    /** One page a card, in the order of the stream; memory does not grow with the cards. */
    public void pdf(OutputStream out, Stream<Map<FieldKey, String>> cards) throws IOException {
        throw new IllegalStateException("not built yet");
    }
}
