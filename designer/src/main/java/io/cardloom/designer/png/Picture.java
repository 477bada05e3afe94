package io.cardloom.designer.png;

/**
 * The pixels that every file starts from.
 *
 * @param pixels 0xrrggbb, row by row; not to be changed
 */
record Picture(int[] pixels, int width, int height) {

    int at(int x, int y) {
        return pixels[y * width + x];
    }

    /** Bytes of a filtered row: the filter's number, then the pixels. */
    int rowBytes() {
        return 1 + 3 * width;
    }

    /** Bytes of all filtered rows. */
    long allBytes() {
        return (long) height * rowBytes();
    }

    /** Bytes from this one of a row to the end of all, itself included. */
    long toTheEnd(int y, int byteOfRow) {
        return allBytes() - (long) y * rowBytes() - byteOfRow;
    }
}
