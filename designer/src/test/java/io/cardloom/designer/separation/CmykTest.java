package io.cardloom.designer.separation;

import static org.assertj.core.api.Assertions.assertThat;

import io.cardloom.designer.fixture.Peer;
import io.cardloom.designer.render.SampleDesigns;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class CmykTest {

    private static final CmykTable TABLE = CmykTable.fogra39();

    private static BufferedImage photo() throws Exception {
        BufferedImage read =
                ImageIO.read(new ByteArrayInputStream(SampleDesigns.photo(1_036, 664, "png")));
        BufferedImage image = new BufferedImage(1_036, 664, BufferedImage.TYPE_INT_RGB);
        image.createGraphics().drawImage(read, 0, 0, null);
        return image;
    }

    private static BufferedImage noise() {
        BufferedImage image = new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(9);
        for (int y = 0; y < 300; y++) {
            for (int x = 0; x < 300; x++) {
                image.setRGB(x, y, random.nextInt(1 << 24));
            }
        }
        return image;
    }

    @Test
    void separatesAsLittleCmsDoes() throws Exception {
        for (BufferedImage image : new BufferedImage[] {photo(), noise()}) {
            byte[] ours = TABLE.of(image).inks();
            byte[] theirs = littleCms(image);
            assertThat(theirs).hasSameSizeAs(ours);
            long sum = 0;
            int most = 0;
            for (int i = 0; i < ours.length; i++) {
                int difference = Math.abs((ours[i] & 255) - (theirs[i] & 255));
                sum += difference;
                most = Math.max(most, difference);
            }
            double mean = (double) sum / ours.length;
            System.out.printf("CMYK against Little CMS: mean %.3f, most %d of 255%n", mean, most);
            assertThat(mean).isLessThan(0.7);
            assertThat(most).isLessThan(12);
        }
    }

    private static byte[] littleCms(BufferedImage image) throws Exception {
        Peer lcms = new Peer("liblcms2-utils");
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        lcms.file("in.png", png.toByteArray());
        lcms.file("cmyk.icc", TABLE.profile());
        lcms.file("srgb.icc", CmykTable.class.getResourceAsStream("srgb.icc").readAllBytes());
        lcms.run("convert", "in.png", "-compress", "none", "TIFF:in.tif");
        lcms.run(
                "tificc",
                "-n",
                "-isrgb.icc",
                "-ocmyk.icc",
                "-t1",
                "-b",
                "-c0",
                "in.tif",
                "out.tif");
        lcms.run("convert", "out.tif", "-depth", "8", "cmyk:out.raw");
        return Files.readAllBytes(lcms.file("out.raw"));
    }

    @Test
    void otherReadersSeeEachInkOfTheTiffAndItsProfile() throws Exception {
        CmykPicture inks = TABLE.of(noise());
        Peer magick = new Peer("imagemagick");
        magick.file("a.tif", inks.tiff(300, TABLE.profile()));
        magick.run("convert", "a.tif", "-depth", "8", "cmyk:out.raw");
        assertThat(Files.readAllBytes(magick.file("out.raw"))).isEqualTo(inks.inks());
        assertThat(new Peer("libtiff-tools").run("tiffinfo", magick.file("a.tif").toString()))
                .contains("Photometric Interpretation: separated")
                .contains("Resolution: 300, 300 pixels/inch")
                .contains("ICC Profile: <present>, " + TABLE.profile().length + " bytes");
    }

    @Test
    void blackTextIsBlackAloneWhereverItIsSeen() throws Exception {
        BufferedImage black = photo();
        BufferedImage white = photo();
        draw(black, Color.BLACK);
        draw(white, Color.WHITE);
        Blackness parts = Blackness.of(black, white);
        CmykPicture inks = parts.inks(TABLE);
        int at = 4 * (150 * 1_036 + 150);
        assertThat(new byte[] {inks.inks()[at], inks.inks()[at + 1], inks.inks()[at + 2]})
                .containsOnly(0);
        assertThat(inks.inks()[at + 3] & 255).isEqualTo(255);
        int covered = 4 * (150 * 1_036 + 230);
        assertThat(inks.inks()[covered + 3] & 255).as("half under a layer").isBetween(120, 135);
        CmykPicture plain = TABLE.of(photo());
        int beside = 4 * (500 * 1_036 + 700);
        assertThat(java.util.Arrays.copyOfRange(inks.inks(), beside, beside + 4))
                .isEqualTo(java.util.Arrays.copyOfRange(plain.inks(), beside, beside + 4));
        assertThat(TABLE.of(black).coverage(300).highest())
                .as("black by the table is four inks")
                .isGreaterThan(200);
    }

    /** A disc that stands for text, half covered by a red layer of half opacity. */
    private static void draw(BufferedImage onto, Color color) {
        Graphics2D g = onto.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(color);
        g.fill(new Ellipse2D.Double(100, 100, 150, 100));
        g.setColor(new Color(255, 0, 0, 128));
        g.fillRect(200, 0, 300, 300);
        g.dispose();
    }

    @Test
    void scansForTooMuchInk() {
        byte[] inks = new byte[4 * 100];
        inks[4 * 37] = (byte) 255;
        inks[4 * 37 + 1] = (byte) 255;
        inks[4 * 37 + 2] = (byte) 255;
        inks[4 * 37 + 3] = (byte) 128;
        CmykPicture.Coverage coverage = new CmykPicture(inks, 10, 10).coverage(300);
        assertThat(coverage.highest()).isBetween(350.0, 350.5);
        assertThat(coverage.over()).isEqualTo(0.01);
        assertThat(coverage.x()).isEqualTo(7);
        assertThat(coverage.y()).isEqualTo(3);
        assertThat(new CmykPicture(inks, 10, 10).coverage(351).over()).isZero();
    }

    @Test
    void limitsInkByColorsAndLeavesBlackAlone() throws Exception {
        CmykPicture inks = TABLE.of(noise());
        CmykPicture limited = inks.limited(220);
        assertThat(inks.coverage(220).over()).isGreaterThan(0.01);
        assertThat(limited.coverage(220).over()).isZero();
        assertThat(limited.coverage(215).over()).as("no more than needed").isGreaterThan(0.01);
        assertThat(limited.ink(3).values()).isEqualTo(inks.ink(3).values());
        assertThat(inks.limited(300).inks()).isEqualTo(inks.inks());
    }

    @Test
    void neverExceedsTheProfilesLimit() throws Exception {
        assertThat(TABLE.of(noise()).coverage(300).over()).isZero();
        assertThat(TABLE.of(photo()).coverage(300).highest()).isLessThan(300);
    }
}
