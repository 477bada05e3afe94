package io.cardloom.designer.png;

import static org.assertj.core.api.Assertions.assertThat;

import io.cardloom.designer.fixture.Peer;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngTemplateTest {

    /** A picture with flat, repeating, soft and noisy parts, and files that change it. */
    private static final class Sample {

        final Random random;
        final int width;
        final int height;
        final int[] pixels;
        final List<Rectangle> places = new ArrayList<>();

        Sample(long seed, int mostWidth, int mostHeight) {
            random = new Random(seed);
            width = 1 + random.nextInt(mostWidth);
            height = 1 + random.nextInt(mostHeight);
            pixels = new int[width * height];
            int flat = random.nextInt(1 << 24);
            for (int i = 0; i < pixels.length; i++) {
                int x = i % width;
                int y = i / width;
                pixels[i] =
                        switch (x * 4 / width) {
                            case 0 -> flat;
                            case 1 -> x * 0x010203 + y * 0x030101 & 0xffffff;
                            case 2 -> random.nextInt(1 << 24);
                            default -> (x / 5 + y / 7) % 2 == 0 ? flat : 0xffffff;
                        };
            }
            for (int count = random.nextInt(5); count > 0; count--) {
                places.add(inside(new Rectangle(0, 0, width, height)));
            }
        }

        Rectangle inside(Rectangle of) {
            int w = 1 + random.nextInt(of.width);
            int h = 1 + random.nextInt(of.height);
            return new Rectangle(
                    of.x + random.nextInt(of.width - w + 1),
                    of.y + random.nextInt(of.height - h + 1),
                    w,
                    h);
        }

        /** Changes pixels inside of some places; returns where. */
        List<Rectangle> change(int[] file) {
            List<Rectangle> changed = new ArrayList<>();
            for (Rectangle place : places) {
                if (random.nextInt(4) > 0) {
                    Rectangle where = random.nextBoolean() ? place : inside(place);
                    changed.add(where);
                    for (int y = where.y; y < where.y + where.height; y++) {
                        for (int x = where.x; x < where.x + where.width; x++) {
                            if (random.nextInt(3) > 0) {
                                file[y * width + x] =
                                        random.nextBoolean() ? 0xffffff : random.nextInt(1 << 24);
                            }
                        }
                    }
                }
            }
            return changed;
        }

        PngTemplate template() {
            int[] typical = pixels.clone();
            change(typical);
            return PngTemplate.of(pixels, width, height, 300, places, typical);
        }
    }

    @Test
    void everyFileHasExactlyItsPixels() throws Exception {
        for (int seed = 0; seed < 150; seed++) {
            Sample sample = new Sample(seed, 150, 60);
            PngWriter writer = sample.template().writer();
            for (int card = 0; card < 5; card++) {
                int[] file = sample.pixels.clone();
                List<Rectangle> changed = sample.change(file);
                assertThat(pixels(write(writer, file, changed))).as("seed " + seed).isEqualTo(file);
            }
        }
    }

    @Test
    void otherReadersFindNoFault() throws Exception {
        Peer checks = new Peer("pngcheck");
        Peer magick = new Peer("imagemagick");
        for (int seed = 1_000; seed < 1_012; seed++) {
            Sample sample = new Sample(seed, 1_200, 200);
            int[] file = sample.pixels.clone();
            List<Rectangle> changed = sample.change(file);
            byte[] png = write(sample.template().writer(), file, changed);
            assertThat(checks.run("pngcheck", "-v", checks.file("a.png", png).toString()))
                    .contains("No errors detected")
                    .contains("11811x11811 pixels/meter");
            magick.run(
                    "convert",
                    magick.file("a.png", png).toString(),
                    "-depth",
                    "8",
                    magick.file("a.rgb").toString());
            assertThat(packed(Files.readAllBytes(magick.file("a.rgb")))).isEqualTo(file);
        }
    }

    @Test
    void writesTheSameBytesAgain() throws Exception {
        Sample sample = new Sample(5, 400, 100);
        int[] file = sample.pixels.clone();
        List<Rectangle> changed = sample.change(file);
        PngWriter writer = sample.template().writer();
        byte[] first = write(writer, file, changed);
        write(writer, sample.pixels, List.of());
        assertThat(write(writer, file, changed)).isEqualTo(first);
        assertThat(write(new Sample(5, 400, 100).template().writer(), file, changed))
                .isEqualTo(write(new Sample(5, 400, 100).template().writer(), file, changed));
    }

    @Test
    void aPictureWithoutPlacesIsNotLargerThanTheJdksByMuch() throws Exception {
        BufferedImage image =
                ImageIO.read(
                        new ByteArrayInputStream(
                                io.cardloom.designer.render.SampleDesigns.photo(600, 400, "png")));
        int[] pixels = image.getRGB(0, 0, 600, 400, null, 0, 600);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] &= 0xffffff;
        }
        ByteArrayOutputStream jdk = new ByteArrayOutputStream();
        ImageIO.write(image, "png", jdk);
        List<Rectangle> middle = List.of(new Rectangle(100, 100, 300, 100));
        assertThat(size(pixels, List.of())).isLessThan(jdk.size() * 1.05);
        assertThat(size(pixels, middle)).isLessThan(jdk.size() * 1.5);
    }

    private static double size(int[] pixels, List<Rectangle> places) throws IOException {
        PngTemplate template = PngTemplate.of(pixels, 600, 400, 300, places, pixels);
        return write(template.writer(), pixels, List.of()).length;
    }

    private static byte[] write(PngWriter writer, int[] file, List<Rectangle> changed)
            throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        writer.write(png, file, changed);
        return png.toByteArray();
    }

    private static int[] pixels(byte[] png) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        int[] pixels =
                image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] &= 0xffffff;
        }
        return pixels;
    }

    private static int[] packed(byte[] rgb) {
        int[] pixels = new int[rgb.length / 3];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] =
                    (rgb[3 * i] & 255) << 16 | (rgb[3 * i + 1] & 255) << 8 | rgb[3 * i + 2] & 255;
        }
        return pixels;
    }
}
