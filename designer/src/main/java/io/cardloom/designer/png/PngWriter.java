package io.cardloom.designer.png;

import java.awt.Rectangle;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.List;

/** Writes file after file of one template. For one thread. */
public final class PngWriter {

    /** An empty last block (RFC 1951, 3.2.6). */
    private static final byte[] LAST = {3, 0};

    private final PngTemplate template;
    private final Bits bits = new Bits(1 << 16);

    PngWriter(PngTemplate template) {
        this.template = template;
    }

    /**
     * Writes one file.
     *
     * @param pixels 0xrrggbb, as many as the template's
     * @param changed outside of which the pixels are the template's; inside its places
     */
    public void write(OutputStream out, int[] pixels, List<Rectangle> changed) throws IOException {
        Sum sum = new Sum();
        sum.add(template.sum());
        for (PngTemplate.Part part : template.parts()) {
            switch (part) {
                case PngTemplate.Part.Still(byte[] bytes) -> out.write(bytes);
                case PngTemplate.Part.Live(LiveBand band) -> {
                    bits.clear();
                    band.write(bits, pixels, changed, sum);
                    Chunk.write(out, "IDAT", bits.array(), bits.length());
                }
            }
        }
        byte[] end =
                ByteBuffer.allocate(LAST.length + 4)
                        .put(LAST)
                        .putInt(sum.adler32(template.picture().allBytes()))
                        .array();
        Chunk.write(out, "IDAT", end, end.length);
        out.write(IEND);
    }

    private static final byte[] IEND = Chunk.of("IEND", new byte[0]);
}
