package io.cardloom.designer.asset;

import java.util.List;

/**
 * A picture or drawing that passed.
 *
 * @param digest of the bytes that were uploaded
 * @param name the file name it came with, cleaned; at most 120 characters, never a path
 * @param type of what was uploaded
 * @param widthPx of the raster master, upright; never 0
 * @param heightPx of the raster master, upright; never 0
 * @param vector whether there is a drawing to place without pixels
 * @param bytes size of what was uploaded
 * @param notes what was changed on the way in, one sentence each; empty when nothing to tell
 */
public record Asset(
        AssetDigest digest,
        String name,
        MediaType type,
        int widthPx,
        int heightPx,
        boolean vector,
        long bytes,
        List<String> notes) {

    public Asset {
        notes = List.copyOf(notes);
    }
}
