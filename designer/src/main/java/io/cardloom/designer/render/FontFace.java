package io.cardloom.designer.render;

/**
 * One font file that ships with Cardloom.
 *
 * @param family the key that documents name, such as {@code plex-sans}
 * @param weight 400 or 700 (OpenType usWeightClass)
 * @param digest SHA-256 of the file, 64 lower-case hexadecimal characters
 * @param label what people read, such as {@code IBM Plex Sans}
 * @param ascent from the baseline up, thousandths of the em ({@code hhea} table)
 * @param descent from the baseline down, thousandths of the em, positive
 */
public record FontFace(
        String family, int weight, String digest, String label, int ascent, int descent) {}
