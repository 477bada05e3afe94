package io.cardloom.designer.separation;

/** Ways to print tones with ink that is there or not. */
public enum Halftone {
    /** Ink where the tone is at least one half: for line art and engraving. */
    THRESHOLD {
        @Override
        public BitPlane of(Tones tones) {
            return screened(tones, new int[][] {{127}});
        }
    },
    /**
     * Dots of growing size, 6 pixels apart along lines of 45°: for engraving and black panels,
     * which do not hold single pixels.
     */
    CLUSTERED_DOT {
        @Override
        public BitPlane of(Tones tones) {
            return screened(tones, CLUSTERED);
        }
    },
    /** Single pixels spread by Bayer's matrix of 8 by 8. */
    BAYER {
        @Override
        public BitPlane of(Tones tones) {
            return screened(tones, SPREAD);
        }
    },
    /** Single pixels spread by handing on each pixel's error (Floyd and Steinberg, 1976). */
    FLOYD_STEINBERG {
        @Override
        public BitPlane of(Tones tones) {
            return diffused(tones);
        }
    };

    private static final int[][] SPREAD = bayer();
    private static final int[][] CLUSTERED = clustered();

    /** The plane of these tones; none gives no ink, full tone gives all. */
    public abstract BitPlane of(Tones tones);

    /** Ink where the tone is above the matrix, whose entries are 0 to 254. */
    private static BitPlane screened(Tones tones, int[][] matrix) {
        BitPlane plane = BitPlane.empty(tones.width(), tones.height());
        byte[] values = tones.values();
        int columns = matrix[0].length;
        for (int y = 0; y < tones.height(); y++) {
            int[] row = matrix[y % matrix.length];
            int at = y * plane.rowBytes();
            int from = y * tones.width();
            int column = 0;
            int bits = 0;
            for (int x = 0; x < tones.width(); x++) {
                bits = bits << 1 | row[column] - (values[from + x] & 255) >>> 31;
                column = column + 1 == columns ? 0 : column + 1;
                if ((x & 7) == 7) {
                    plane.bits()[at++] = (byte) bits;
                }
            }
            if ((tones.width() & 7) != 0) {
                plane.bits()[at] = (byte) (bits << 8 - (tones.width() & 7));
            }
        }
        return plane;
    }

    private static BitPlane diffused(Tones tones) {
        BitPlane plane = BitPlane.empty(tones.width(), tones.height());
        int width = tones.width();
        int[] here = new int[width + 2];
        int[] below = new int[width + 2];
        for (int y = 0; y < tones.height(); y++) {
            int at = y * plane.rowBytes();
            int right = 0;
            int carried = 0;
            int corner = 0;
            for (int x = 0; x < width; x++) {
                int wanted = ((tones.values()[y * width + x] & 255) << 4) + here[x + 1] + right;
                boolean ink = wanted > 127 << 4;
                if (ink) {
                    plane.bits()[at + (x >> 3)] |= (byte) (0x80 >> (x & 7));
                }
                int error = (wanted - (ink ? 255 << 4 : 0)) / 16;
                right = 7 * error;
                below[x] = carried + 3 * error;
                carried = corner + 5 * error;
                corner = error;
            }
            below[width] = carried;
            int[] swap = here;
            here = below;
            below = swap;
        }
        return plane;
    }

    private static int[][] bayer() {
        int[][] matrix = new int[8][8];
        for (int y = 0; y < 8; y++) {
            for (int x = 0; x < 8; x++) {
                int rank = 0;
                for (int bit = 0; bit < 3; bit++) {
                    int across = x >> bit & 1;
                    int down = y >> bit & 1;
                    rank = rank << 2 | (across ^ down) << 1 | down;
                }
                matrix[y][x] = rank * 255 / 64;
            }
        }
        return matrix;
    }

    /** Two dots in 6 by 12 pixels, so that they lie on lines of 45° at every second row. */
    private static int[][] clustered() {
        int[][] matrix = new int[6][6];
        java.util.List<int[]> cells = new java.util.ArrayList<>();
        for (int y = 0; y < 6; y++) {
            for (int x = 0; x < 6; x++) {
                cells.add(new int[] {x, y});
            }
        }
        cells.sort(java.util.Comparator.comparingDouble(cell -> height(cell[0], cell[1])));
        for (int rank = 0; rank < cells.size(); rank++) {
            matrix[cells.get(rank)[1]][cells.get(rank)[0]] = rank * 255 / cells.size();
        }
        return matrix;
    }

    /** A field of hills and hollows, turned by 45°; slightly uneven, so that no two are equal. */
    private static double height(int x, int y) {
        double across = (x + y) * Math.PI / 3 + 0.05;
        double along = (x - y) * Math.PI / 3 + 0.03;
        return Math.cos(across) + Math.cos(along);
    }
}
