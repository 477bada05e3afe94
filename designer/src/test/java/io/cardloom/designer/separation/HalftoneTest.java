package io.cardloom.designer.separation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cardloom.designer.fixture.Peer;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HalftoneTest {

    private static Tones flat(int tone) {
        byte[] values = new byte[241 * 240];
        Arrays.fill(values, (byte) tone);
        return new Tones(values, 241, 240);
    }

    private static Tones ramp(int width, int height) {
        byte[] values = new byte[width * height];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) (i % width * 255 / (width - 1));
        }
        return new Tones(values, width, height);
    }

    @ParameterizedTest
    @EnumSource(Halftone.class)
    void noneIsNoInkAndAllIsAll(Halftone halftone) {
        assertThat(halftone.of(flat(0)).coverage()).isZero();
        assertThat(halftone.of(flat(255)).coverage()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Halftone.class,
            names = {"CLUSTERED_DOT", "BAYER", "FLOYD_STEINBERG"})
    void eachToneGetsItsPartOfTheInk(Halftone halftone) {
        for (int tone = 0; tone <= 255; tone++) {
            assertThat(halftone.of(flat(tone)).coverage())
                    .as("tone " + tone)
                    .isCloseTo(tone / 255.0, within(0.03));
        }
        assertThat(halftone.of(ramp(1_036, 664)).coverage()).isCloseTo(0.5, within(0.02));
    }

    @Test
    void thresholdParts() {
        BitPlane plane = Halftone.THRESHOLD.of(ramp(256, 3));
        for (int x = 0; x < 256; x++) {
            assertThat(plane.at(x, 1)).isEqualTo(x > 127);
        }
    }

    @Test
    void dotsAreClusteredAndBayersArePixels() {
        assertThat(lonely(Halftone.CLUSTERED_DOT.of(flat(70)))).isZero();
        assertThat(lonely(Halftone.BAYER.of(flat(70)))).isGreaterThan(0.5);
    }

    /** The part of the inked pixels that has no neighbor with ink. */
    private static double lonely(BitPlane plane) {
        int inked = 0;
        int lonely = 0;
        for (int y = 1; y < plane.height() - 1; y++) {
            for (int x = 1; x < plane.width() - 1; x++) {
                if (plane.at(x, y)) {
                    inked++;
                    if (!plane.at(x - 1, y)
                            && !plane.at(x + 1, y)
                            && !plane.at(x, y - 1)
                            && !plane.at(x, y + 1)) {
                        lonely++;
                    }
                }
            }
        }
        return (double) lonely / inked;
    }

    @Test
    void diffusionKeepsTheMeanOfEachPlace() {
        BitPlane plane = Halftone.FLOYD_STEINBERG.of(ramp(1_024, 64));
        for (int from = 64; from < 960; from += 64) {
            int inked = 0;
            for (int y = 0; y < 64; y++) {
                for (int x = from; x < from + 64; x++) {
                    inked += plane.at(x, y) ? 1 : 0;
                }
            }
            assertThat(inked / 4_096.0).isCloseTo((from + 32) / 1_024.0, within(0.02));
        }
    }

    @Test
    void otherReadersSeeEachBitOfThePngAndOfTheTiff() throws Exception {
        Peer magick = new Peer("imagemagick");
        Random random = new Random(3);
        for (int width : new int[] {1, 7, 8, 333, 2_074}) {
            byte[] tones = new byte[width * 40];
            random.nextBytes(tones);
            Arrays.fill(tones, 0, width * 20, (byte) 0);
            BitPlane plane = Halftone.FLOYD_STEINBERG.of(new Tones(tones, width, 40));
            for (String file : new String[] {"a.png", "a.tif"}) {
                magick.file(file, file.endsWith("png") ? plane.png(600) : plane.tiff(600));
                assertThat(magick.run("identify", "-format", "%w %h %x %U", file))
                        .startsWith(width + " 40 ")
                        .satisfiesAnyOf(
                                said -> assertThat(said).contains("236.2"),
                                said -> assertThat(said).contains("600 PixelsPerInch"));
                magick.run("convert", file, "-depth", "8", "gray:out");
                byte[] read = Files.readAllBytes(magick.file("out"));
                for (int i = 0; i < read.length; i++) {
                    assertThat(read[i] == 0).isEqualTo(plane.at(i % width, i / width));
                }
            }
            assertThat(new Peer("libtiff-tools").run("tiffinfo", magick.file("a.tif").toString()))
                    .contains("Compression Scheme: PackBits")
                    .contains("min-is-white")
                    .doesNotContain("Warning");
        }
    }
}
