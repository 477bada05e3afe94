package io.cardloom.designer.asset.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Finds the one EXIF value that matters: which way up the picture is. */
final class ExifOrientation {

    private static final int ORIENTATION = 0x0112;
    private static final int SHORT = 3;

    private ExifOrientation() {}

    /**
     * Reads IFD 0 of a TIFF structure (EXIF 2.32, 4.6.4).
     *
     * @return 1 to 8; 1 also for anything that is not as it should be
     */
    static int of(byte[] file, int at, int length) {
        if (length < 14) {
            return 1;
        }
        ByteBuffer tiff = ByteBuffer.wrap(file, at, length).slice();
        int order = tiff.getShort(0);
        if (order == 0x4949) {
            tiff.order(ByteOrder.LITTLE_ENDIAN);
        } else if (order != 0x4D4D) {
            return 1;
        }
        long directory = Integer.toUnsignedLong(tiff.getInt(4));
        if (tiff.getShort(2) != 42 || directory + 2 > length) {
            return 1;
        }
        int entries = Short.toUnsignedInt(tiff.getShort((int) directory));
        for (int i = 0; i < entries; i++) {
            long entry = directory + 2 + 12L * i;
            if (entry + 12 > length) {
                return 1;
            }
            int value = value(tiff, (int) entry);
            if (value != 0) {
                return value;
            }
        }
        return 1;
    }

    private static int value(ByteBuffer tiff, int entry) {
        if (Short.toUnsignedInt(tiff.getShort(entry)) != ORIENTATION
                || tiff.getShort(entry + 2) != SHORT) {
            return 0;
        }
        int value = tiff.getShort(entry + 8);
        return value >= 1 && value <= 8 ? value : 1;
    }
}
