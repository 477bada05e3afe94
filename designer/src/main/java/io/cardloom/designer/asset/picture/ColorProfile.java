package io.cardloom.designer.asset.picture;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import org.jspecify.annotations.Nullable;

/** Converts a canvas from the profile that came with the picture to sRGB (IEC 61966-2-1). */
final class ColorProfile {

    private static final int BAND = 128;

    private ColorProfile() {}

    /**
     * @return a note for the uploader; null when there was no profile to speak of
     */
    static @Nullable String apply(byte[] profile, boolean gray, Canvas canvas) {
        if (profile.length == 0) {
            return null;
        }
        try {
            ICC_Profile source = ICC_Profile.getInstance(profile);
            if (source.getNumComponents() != (gray ? 1 : 3)) {
                return "The color profile in the file does not belong to its colors and was left"
                        + " out.";
            }
            ColorConvertOp toStandard =
                    new ColorConvertOp(
                            new ICC_Profile[] {source, ICC_Profile.getInstance(ColorSpace.CS_sRGB)},
                            null);
            for (int y = 0; y < canvas.height; y += BAND) {
                convert(toStandard, gray, canvas, y, Math.min(BAND, canvas.height - y));
            }
            return "The colors were converted from the file's color profile to sRGB.";
        } catch (IllegalArgumentException | CMMException e) {
            return "The color profile in the file is damaged and was left out.";
        }
    }

    private static void convert(
            ColorConvertOp toStandard, boolean gray, Canvas canvas, int y, int rows) {
        int count = canvas.width * rows;
        int bands = gray ? 1 : 3;
        WritableRaster source =
                Raster.createInterleavedRaster(
                        DataBuffer.TYPE_BYTE, canvas.width, rows, bands, null);
        WritableRaster target =
                Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, canvas.width, rows, 3, null);
        int from = y * canvas.width;
        byte[] samples = new byte[count * bands];
        for (int i = 0; i < count; i++) {
            int pixel = canvas.argb[from + i];
            if (gray) {
                samples[i] = (byte) pixel;
            } else {
                samples[i * 3] = (byte) (pixel >> 16);
                samples[i * 3 + 1] = (byte) (pixel >> 8);
                samples[i * 3 + 2] = (byte) pixel;
            }
        }
        source.setDataElements(0, 0, canvas.width, rows, samples);
        toStandard.filter(source, target);
        byte[] converted = (byte[]) target.getDataElements(0, 0, canvas.width, rows, null);
        for (int i = 0; i < count; i++) {
            canvas.argb[from + i] =
                    canvas.argb[from + i] & 0xFF000000
                            | (converted[i * 3] & 255) << 16
                            | (converted[i * 3 + 1] & 255) << 8
                            | converted[i * 3 + 2] & 255;
        }
    }
}
