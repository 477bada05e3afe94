package io.cardloom.designer.asset.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.cardloom.designer.asset.Forge;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PictureDecoderTest {

    @Test
    void keepsTheColorsOfAPlainPicture() throws IOException {
        BufferedImage sound = Forge.gradient(120, 70, false);
        BufferedImage master = decode(PictureFile.png(Forge.file(sound, "png")));
        assertSame(sound, master, 0);
        BufferedImage jpeg = decode(PictureFile.jpeg(Forge.file(sound, "jpeg")));
        assertSame(sound, jpeg, 40);
    }

    @Test
    void keepsTransparency() throws IOException {
        BufferedImage sound = Forge.gradient(64, 64, true);
        BufferedImage master = decode(PictureFile.png(Forge.file(sound, "png")));
        assertThat(master.getColorModel().hasAlpha()).isTrue();
        assertSame(sound, master, 0);
    }

    @Test
    void turnsEveryOrientationUpright() throws IOException {
        BufferedImage sound = Forge.gradient(40, 20, false);
        byte[] png = Forge.file(sound, "png");
        for (int orientation = 1; orientation <= 8; orientation++) {
            byte[] turned = Forge.withChunks(png, Forge.chunk("eXIf", Forge.tiff(orientation)));
            Master master = PictureDecoder.decode(PictureFile.png(turned));
            assertThat(master.width()).isEqualTo(orientation > 4 ? 20 : 40);
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(master.content()));
            int[] corner = cornerOfStoredOrigin(orientation, image);
            assertThat(image.getRGB(corner[0], corner[1]))
                    .as("orientation %d", orientation)
                    .isEqualTo(sound.getRGB(0, 0));
        }
    }

    /** Where the first stored pixel is seen (EXIF 2.32, tag 274). */
    private static int[] cornerOfStoredOrigin(int orientation, BufferedImage image) {
        int right = image.getWidth() - 1;
        int low = image.getHeight() - 1;
        return switch (orientation) {
            case 2, 6 -> new int[] {right, 0};
            case 3, 7 -> new int[] {right, low};
            case 4, 8 -> new int[] {0, low};
            default -> new int[] {0, 0};
        };
    }

    @Test
    void readsTheOrientationOfAJpegToo() throws IOException {
        byte[] exif = Forge.join("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1), Forge.tiff(6));
        byte[] jpeg = Forge.withSegment(Forge.jpeg(40, 20), 0xE1, exif);
        Master master = PictureDecoder.decode(PictureFile.jpeg(jpeg));
        assertThat(master.width()).isEqualTo(20);
        assertThat(master.height()).isEqualTo(40);
        assertThat(master.notes()).contains("The picture was turned upright.");
    }

    @Test
    void survivesEveryDamagedExif() {
        byte[] sound = Forge.tiff(6);
        for (int at = 0; at < sound.length; at++) {
            for (int value : new int[] {0, 0x7F, 0xFF}) {
                byte[] tiff = sound.clone();
                tiff[at] = (byte) value;
                assertThat(ExifOrientation.of(tiff, 0, tiff.length)).isBetween(1, 8);
                assertThat(ExifOrientation.of(tiff, 0, at)).isBetween(1, 8);
            }
        }
    }

    @Test
    void convertsAColorProfileToStandardColor() throws IOException {
        BufferedImage flat = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 64; i++) {
            flat.setRGB(i % 8, i / 8, 0x808080);
        }
        byte[] linear = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        byte[] png = Forge.withChunks(Forge.file(flat, "png"), Forge.chunk("iCCP", iccp(linear)));
        PictureFile file = PictureFile.png(png);
        Master master = PictureDecoder.decode(file);
        int green =
                ImageIO.read(new ByteArrayInputStream(master.content())).getRGB(4, 4) >> 8 & 255;
        assertThat(green).as("half of linear light, in sRGB").isBetween(185, 191);
        assertThat(master.notes()).anyMatch(note -> note.contains("sRGB"));
    }

    @Test
    void leavesOutAProfileThatIsNone() throws IOException {
        byte[] png =
                Forge.withChunks(Forge.png(8, 8), Forge.chunk("iCCP", iccp(new byte[] {1, 2, 3})));
        assertThat(PictureDecoder.decode(PictureFile.png(png)).notes())
                .anyMatch(note -> note.contains("damaged"));
        byte[] bomb =
                Forge.withChunks(
                        Forge.png(8, 8),
                        Forge.chunk(
                                "iCCP",
                                Forge.join(
                                        new byte[] {'p', 0, 0}, Forge.deflatedZeros(200L << 20))));
        assertThat(PictureFile.png(bomb).profile()).isEmpty();
    }

    private static byte[] iccp(byte[] profile) {
        Deflater deflater = new Deflater();
        deflater.setInput(profile);
        deflater.finish();
        byte[] packed = new byte[profile.length + 100];
        int length = deflater.deflate(packed);
        deflater.end();
        return Forge.join(new byte[] {'p', 0, 0}, Arrays.copyOf(packed, length));
    }

    @Test
    void doesNotBrightenGrays() throws IOException {
        BufferedImage gray = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
        Arrays.fill(((DataBufferByte) gray.getRaster().getDataBuffer()).getData(), (byte) 100);
        BufferedImage png = decode(PictureFile.png(Forge.file(gray, "png")));
        assertThat(png.getRGB(3, 3) & 255).isEqualTo(100);
        BufferedImage jpeg = decode(PictureFile.jpeg(Forge.file(gray, "jpeg")));
        assertThat(jpeg.getRGB(3, 3) & 255).isBetween(97, 103);
    }

    @Test
    void readsPalettesAndSixteenBits() throws IOException {
        byte[] ramp = {0, 50, 100, (byte) 200};
        byte[] alpha = {(byte) 255, 0, (byte) 255, (byte) 255};
        BufferedImage indexed =
                new BufferedImage(
                        4,
                        4,
                        BufferedImage.TYPE_BYTE_BINARY,
                        new IndexColorModel(2, 4, ramp, ramp, ramp, alpha));
        indexed.getRaster().setSample(2, 1, 0, 3);
        indexed.getRaster().setSample(3, 1, 0, 1);
        BufferedImage master = decode(PictureFile.png(Forge.file(indexed, "png")));
        assertThat(master.getRGB(2, 1)).isEqualTo(0xFFC8C8C8);
        assertThat(master.getRGB(3, 1) >>> 24).isZero();
        BufferedImage deep = new BufferedImage(4, 4, BufferedImage.TYPE_USHORT_GRAY);
        deep.getRaster().setSample(1, 1, 0, 0x8040);
        BufferedImage flat = decode(PictureFile.png(Forge.file(deep, "png")));
        assertThat(flat.getRGB(1, 1) & 255).isEqualTo(0x80);
    }

    @Test
    void shrinksALargePictureByItsMeans() throws IOException {
        BufferedImage checks = new BufferedImage(8_192, 3_000, BufferedImage.TYPE_BYTE_GRAY);
        byte[] pixels = ((DataBufferByte) checks.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i % 2 == 0 ? 60 : 160);
        }
        Master master = PictureDecoder.decode(PictureFile.png(Forge.file(checks, "png")));
        assertThat(master.width()).isEqualTo(4_096);
        assertThat(master.height()).isEqualTo(1_500);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(master.content()));
        for (int x = 0; x < 4_096; x += 97) {
            assertThat(image.getRGB(x, 700) & 255).isEqualTo(110);
        }
        assertThat(master.notes())
                .contains("The picture was reduced from 8,192 × 3,000 to 4,096 × 1,500 pixels.");
    }

    @Test
    void keepsNothingButThePicture() throws IOException {
        byte[] secret = Forge.bytes("GPS 52.5163 N 13.3777 E <script>alert(1)</script>");
        byte[] png =
                Forge.join(
                        Forge.withChunks(
                                Forge.png(32, 32),
                                Forge.chunk("tEXt", Forge.join(Forge.bytes("Comment\0"), secret)),
                                Forge.chunk("acTL", new byte[8])),
                        secret);
        PictureFile file = PictureFile.png(png);
        assertThat(text(file.content())).doesNotContain("GPS");
        assertThat(file.notes()).hasSize(2).anyMatch(n -> n.contains("animated"));
        assertThat(text(PictureDecoder.decode(file).content())).doesNotContain("GPS");
        byte[] jpeg =
                Forge.join(
                        Forge.withSegment(
                                Forge.withSegment(Forge.jpeg(32, 32), 0xFE, secret), 0xED, secret),
                        secret);
        PictureFile photograph = PictureFile.jpeg(jpeg);
        assertThat(text(photograph.content())).doesNotContain("GPS");
        assertThat(text(PictureDecoder.decode(photograph).content())).doesNotContain("GPS");
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static BufferedImage decode(PictureFile file) throws IOException {
        Master master = PictureDecoder.decode(file);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(master.content()));
        assertThat(image.getWidth()).isEqualTo(master.width());
        return image;
    }

    private static void assertSame(BufferedImage one, BufferedImage other, int most) {
        assertThat(other.getWidth()).isEqualTo(one.getWidth());
        assertThat(other.getHeight()).isEqualTo(one.getHeight());
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                for (int shift = 0; shift < 32; shift += 8) {
                    int difference =
                            (one.getRGB(x, y) >>> shift & 255)
                                    - (other.getRGB(x, y) >>> shift & 255);
                    assertThat(Math.abs(difference)).isLessThanOrEqualTo(most);
                }
            }
        }
    }
}
