package io.cardloom.designer.asset.picture;

/**
 * The master's pixels while they are made: rows come in as stored and are put where they belong
 * when the picture is turned upright (EXIF 2.32, tag 274).
 */
final class Canvas {

    final int width;
    final int height;
    final int[] argb;
    boolean transparent;

    private final int storedWidth;
    private final int storedHeight;
    private final int orientation;

    Canvas(int storedWidth, int storedHeight, int orientation) {
        this.storedWidth = storedWidth;
        this.storedHeight = storedHeight;
        this.orientation = orientation;
        this.width = orientation > 4 ? storedHeight : storedWidth;
        this.height = orientation > 4 ? storedWidth : storedHeight;
        this.argb = new int[width * height];
    }

    void put(int row, int[] pixels) {
        int right = storedWidth - 1;
        int low = storedHeight - 1;
        for (int x = 0; x < storedWidth; x++) {
            int pixel = pixels[x];
            transparent |= pixel >>> 24 != 255;
            int at =
                    switch (orientation) {
                        case 2 -> row * width + right - x;
                        case 3 -> (low - row) * width + right - x;
                        case 4 -> (low - row) * width + x;
                        case 5 -> x * width + row;
                        case 6 -> x * width + low - row;
                        case 7 -> (right - x) * width + low - row;
                        case 8 -> (right - x) * width + row;
                        default -> row * width + x;
                    };
            argb[at] = pixel;
        }
    }
}
