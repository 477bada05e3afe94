package io.cardloom.designer.export;

import io.cardloom.designer.design.DesignDocument;

/**
 * What was found in an OpenRaster file.
 *
 * @param document the design inside it, every value of it checked
 * @param digest the SHA-256 of the whole file, 64 lower-case hex characters; the trail has the same
 *     one where the file was taken out of this Cardloom
 * @param bytes of the file
 */
public record OpenedFile(DesignDocument document, String digest, long bytes) {}
