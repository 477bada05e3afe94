package io.cardloom.designer.design;

import io.cardloom.tenancy.refusal.Refusal;

/**
 * The part of a picture that is shown, and whether it is mirrored.
 *
 * @param left cut away at that side, ten-thousandths of the picture's width, 0 to 9,900
 * @param top of its height, as left
 * @param right with left less than 10,000
 * @param bottom with top less than 10,000
 * @param flipX left becomes right
 * @param flipY top becomes bottom
 */
public record Crop(int left, int top, int right, int bottom, boolean flipX, boolean flipY) {

    /** The whole picture as it is. */
    public static final Crop NONE = new Crop(0, 0, 0, 0, false, false);

    /** What a whole side measures. */
    public static final int WHOLE = 10_000;

    private static final int MOST = 9_900;

    /**
     * @throws Refusal {@code CROP_OUT_OF_RANGE}
     */
    public Crop {
        for (int side : new int[] {left, top, right, bottom}) {
            if (side < 0 || side > MOST) {
                throw outOfRange();
            }
        }
        if (left + right > MOST || top + bottom > MOST) {
            throw outOfRange();
        }
    }

    private static Refusal outOfRange() {
        return Refusal.invalid(
                "CROP_OUT_OF_RANGE",
                "A crop cuts 0 to 9900 ten-thousandths from a side and leaves at least 100 between"
                        + " two sides.");
    }
}
