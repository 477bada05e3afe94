package io.cardloom.designer.png;

/** Codes the pixels of a cell that changed, as differences from their left neighbors. */
final class CellCoder {

    private final int[] codes;
    private final int[] lengths;
    private final BlockCode code;
    private final int zeros;
    private final int zeroBits;
    private final boolean[] repeats = new boolean[Cells.WIDTH + 1];

    CellCoder(BlockCode code) {
        this.code = code;
        this.codes = code.literalCodes();
        this.lengths = code.literalLengths();
        this.zeros = codes[0];
        this.zeroBits = lengths[0];
        for (int pixels = 2; pixels <= Cells.WIDTH; pixels++) {
            repeats[pixels] = code.cost(3 * pixels - 3, 1) < (3 * pixels - 3) * zeroBits;
        }
    }

    /**
     * @param from index of the first pixel
     * @param to index after the last one
     * @param first whether the first pixel has none to its left
     * @param toTheEnd bytes from the first pixel to the end of the picture
     */
    void put(Bits out, int[] pixels, int from, int to, boolean first, long toTheEnd, Sum sum) {
        out.room(8 * (to - from) + 16);
        int left = first ? 0 : pixels[from - 1];
        int same = 0;
        long bytes = 0;
        long weighted = 0;
        long weight = toTheEnd;
        for (int i = from; i < to; i++, weight -= 3) {
            int pixel = pixels[i];
            if (((pixel ^ left) & 0xffffff) == 0) {
                same++;
                continue;
            }
            if (same > 0) {
                same(out, same);
                same = 0;
            }
            int red = (pixel >> 16) - (left >> 16) & 255;
            int green = (pixel >> 8) - (left >> 8) & 255;
            int blue = pixel - left & 255;
            int redBits = lengths[red];
            int greenBits = redBits + lengths[green];
            out.put(
                    codes[red] | (long) codes[green] << redBits | (long) codes[blue] << greenBits,
                    greenBits + lengths[blue]);
            bytes += red + green + blue;
            weighted += weight * (red + green + blue) - green - 2 * blue;
            left = pixel;
        }
        if (same > 0) {
            same(out, same);
        }
        sum.bytes += bytes;
        sum.weighted += weighted;
    }

    private void same(Bits out, int pixels) {
        int literal = repeats[pixels] ? 1 : pixels;
        for (int i = 0; i < literal; i++) {
            out.put(zeros | (long) zeros << zeroBits | (long) zeros << 2 * zeroBits, 3 * zeroBits);
        }
        if (literal < pixels) {
            code.match(out, 3 * (pixels - literal), 1);
        }
    }
}
