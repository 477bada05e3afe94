package io.cardloom.designer.asset.picture;

import io.cardloom.tenancy.refusal.Refusal;
import java.util.List;

/**
 * A photograph's file, walked but not decoded: its measures, and a copy of it that holds only what
 * a decoder needs for the first picture. Comments, EXIF, thumbnails, further frames and whatever
 * follows the picture's end are not in the copy.
 *
 * @param format how the copy is coded
 * @param width as stored, before it is turned upright; 1 or more
 * @param height as stored; 1 or more
 * @param bytesPerPixel what one decoded pixel takes
 * @param content the copy
 * @param profile the ICC profile, not checked; empty when there is none
 * @param orientation EXIF 2.32, tag 274: 1 (upright) to 8
 * @param notes sentences about what was left out
 */
public record PictureFile(
        Format format,
        int width,
        int height,
        int bytesPerPixel,
        byte[] content,
        byte[] profile,
        int orientation,
        List<String> notes) {

    /** Pixels of the largest picture that is taken in. */
    public static final long MOST_PIXELS = 60_000_000;

    /** Pixels of its longest side: a longer one is no picture of a card, and slow to read. */
    public static final int LONGEST_SIDE = 30_000;

    /** Bytes of the largest color profile that is looked at. */
    static final int LARGEST_PROFILE = 4 << 20;

    /** How a picture is coded. */
    public enum Format {
        PNG,
        JPEG
    }

    public PictureFile {
        notes = List.copyOf(notes);
    }

    /**
     * Walks a PNG file (ISO/IEC 15948).
     *
     * @throws Refusal {@code UPLOAD_DAMAGED} or {@code UPLOAD_TOO_MANY_PIXELS}; the same bytes
     *     never pass
     */
    public static PictureFile png(byte[] file) {
        return new PngWalk(file).walk();
    }

    /**
     * Walks a JPEG file (ISO/IEC 10918-1).
     *
     * @throws Refusal {@code UPLOAD_DAMAGED}, {@code UPLOAD_TOO_MANY_PIXELS}, {@code UPLOAD_CMYK}
     *     or {@code UPLOAD_JPEG_KIND}; the same bytes never pass
     */
    public static PictureFile jpeg(byte[] file) {
        return new JpegWalk(file).walk();
    }

    static Refusal damaged(String what) {
        return Refusal.invalid(
                "UPLOAD_DAMAGED",
                "The file is damaged: %s. Export the picture again and upload that file."
                        .formatted(what));
    }

    static void checkPixels(long width, long height) {
        if (width < 1 || height < 1) {
            throw damaged("it says it is %d by %d pixels".formatted(width, height));
        }
        if (width > LONGEST_SIDE || height > LONGEST_SIDE || width * height > MOST_PIXELS) {
            throw Refusal.invalid(
                    "UPLOAD_TOO_MANY_PIXELS",
                    "The picture is %,d by %,d pixels; at most 60 million pixels pass, 30,000 on a side. Scale it down: 4,096 pixels on the longer edge print a whole card at over 1,000 dpi."
                            .formatted(width, height));
        }
    }
}
