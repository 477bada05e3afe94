package io.cardloom.designer.separation;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * From sRGB to the inks of one printing condition: a table of 33 × 33 × 33 colors that was made
 * from a profile beforehand, relative colorimetric with black point compensation, and between them
 * four corners of a tetrahedron. May be shared by threads.
 */
public final class CmykTable {

    private static final int STEPS = 33;
    private static final int DIGEST = 32;
    private static final int BLUE = 4;
    private static final int GREEN = BLUE * STEPS;
    private static final int RED = GREEN * STEPS;

    private final short[] table = new short[RED * STEPS];
    private final int[] step = new int[256];
    private final int[] rest = new int[256];
    private final byte[] profile;

    private CmykTable(byte[] file, byte[] profile) {
        this.profile = profile;
        if (!Arrays.equals(sha256(profile), Arrays.copyOf(file, DIGEST))) {
            throw new IllegalStateException("the table was made from another profile");
        }
        ByteBuffer.wrap(file, DIGEST, 2 * table.length).asShortBuffer().get(table);
        for (int value = 0; value < 256; value++) {
            step[value] = Math.min(STEPS - 2, value * (STEPS - 1) / 255);
            rest[value] = value * (STEPS - 1) - step[value] * 255;
        }
    }

    /**
     * Offset on coated paper by ISO 12647-2, FOGRA39L; at most 300 % of ink.
     *
     * @throws IllegalStateException when the shipped table was not made from the shipped profile
     */
    public static CmykTable fogra39() {
        return new CmykTable(resource("fogra39l.table"), resource("fogra39l.icc"));
    }

    /** The profile (ICC.1) that the table was made from, a copy. */
    public byte[] profile() {
        return profile.clone();
    }

    /** The inks of each pixel. */
    public CmykPicture of(BufferedImage image) {
        int[] pixels = Tones.pixels(image);
        byte[] inks = new byte[4 * pixels.length];
        int before = ~pixels[0];
        int at = 0;
        for (int pixel : pixels) {
            if (((pixel ^ before) & 0xffffff) == 0) {
                inks[at] = inks[at - 4];
                inks[at + 1] = inks[at - 3];
                inks[at + 2] = inks[at - 2];
                inks[at + 3] = inks[at - 1];
            } else {
                put(pixel, inks, at);
                before = pixel;
            }
            at += 4;
        }
        return new CmykPicture(inks, image.getWidth(), image.getHeight());
    }

    /** Goes from the darkest corner to the lightest along the channels, the largest rest first. */
    private void put(int rgb, byte[] inks, int at) {
        int r = rgb >> 16 & 255;
        int g = rgb >> 8 & 255;
        int b = rgb & 255;
        int origin = step[r] * RED + step[g] * GREEN + step[b] * BLUE;
        int most = rest[r];
        int middle = rest[g];
        int least = rest[b];
        int mostWay = RED;
        int middleWay = GREEN;
        int leastWay = BLUE;
        if (middle > most) {
            int swap = most;
            most = middle;
            middle = swap;
            mostWay = GREEN;
            middleWay = RED;
        }
        if (least > middle) {
            int swap = middle;
            middle = least;
            least = swap;
            leastWay = middleWay;
            middleWay = BLUE;
            if (middle > most) {
                swap = most;
                most = middle;
                middle = swap;
                middleWay = mostWay;
                mostWay = BLUE;
            }
        }
        int second = origin + mostWay;
        int third = second + middleWay;
        int last = third + leastWay;
        int one = 255 - most;
        int two = most - middle;
        int three = middle - least;
        for (int ink = 0; ink < 4; ink++) {
            int sum =
                    (table[origin + ink] & 0xffff) * one
                            + (table[second + ink] & 0xffff) * two
                            + (table[third + ink] & 0xffff) * three
                            + (table[last + ink] & 0xffff) * least;
            inks[at + ink] = (byte) ((sum + 32_767) / 65_535);
        }
    }

    private static byte[] resource(String name) {
        try (InputStream in = CmykTable.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + name + " is missing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
