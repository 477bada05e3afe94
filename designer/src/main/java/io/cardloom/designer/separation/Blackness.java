package io.cardloom.designer.separation;

import java.awt.image.BufferedImage;

/**
 * Tells black that is to stay black alone from the rest of a picture. The picture is drawn twice,
 * once with those things in black and once in white: what differs between the two is how much of
 * them is seen, whatever lies below or above.
 *
 * @param black how much of them each pixel shows
 * @param rest the picture without them; white where nothing else can be seen
 */
public record Blackness(Tones black, BufferedImage rest) {

    /** Takes two pictures of one size apart. */
    public static Blackness of(BufferedImage inBlack, BufferedImage inWhite) {
        int[] dark = Tones.pixels(inBlack);
        int[] light = Tones.pixels(inWhite);
        byte[] black = new byte[dark.length];
        BufferedImage rest =
                new BufferedImage(
                        inBlack.getWidth(), inBlack.getHeight(), BufferedImage.TYPE_INT_RGB);
        int[] pixels = Tones.pixels(rest);
        for (int i = 0; i < dark.length; i++) {
            int seen = (light[i] >> 8 & 255) - (dark[i] >> 8 & 255);
            black[i] = (byte) Math.max(0, seen);
            pixels[i] = seen <= 0 ? dark[i] : lifted(dark[i], 255 - seen);
        }
        return new Blackness(new Tones(black, inBlack.getWidth(), inBlack.getHeight()), rest);
    }

    /** Both in inks: the rest by the table, and black alone on top of it. */
    public CmykPicture inks(CmykTable table) {
        return table.of(rest).under(black);
    }

    private static int lifted(int rgb, int part) {
        if (part < 8) {
            return 0xffffff;
        }
        int lifted = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            lifted |= Math.min(255, ((rgb >> shift & 255) * 255 + part / 2) / part) << shift;
        }
        return lifted;
    }
}
