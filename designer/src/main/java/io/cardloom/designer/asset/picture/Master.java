package io.cardloom.designer.asset.picture;

import java.util.List;

/**
 * A picture made anew: sRGB, upright, without metadata.
 *
 * @param png true for PNG, false for JPEG
 * @param width in pixels, 1 to {@link #LONGEST_EDGE}
 * @param height in pixels, 1 to {@link #LONGEST_EDGE}
 * @param content the file
 * @param notes sentences about what was changed
 */
public record Master(boolean png, int width, int height, byte[] content, List<String> notes) {

    /** Pixels of a master's longer edge at most: 1,000 dpi and more across a whole card. */
    public static final int LONGEST_EDGE = 4_096;

    public Master {
        notes = List.copyOf(notes);
    }
}
