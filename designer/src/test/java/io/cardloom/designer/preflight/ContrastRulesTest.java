package io.cardloom.designer.preflight;

import static io.cardloom.designer.preflight.Judging.WHOLE;
import static io.cardloom.designer.preflight.Judging.light;
import static io.cardloom.designer.preflight.Judging.name;
import static io.cardloom.designer.preflight.Judging.sized;
import static io.cardloom.designer.render.SampleDesigns.box;
import static io.cardloom.designer.render.SampleDesigns.ellipse;
import static io.cardloom.designer.render.SampleDesigns.rectangle;
import static io.cardloom.designer.render.SampleDesigns.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.cardloom.designer.asset.AssetDigest;
import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.design.ImageContent;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Rules about contrast. */
class ContrastRulesTest {

    private static final AssetDigest STRIPES = new AssetDigest("46".repeat(32));

    private final Judging judging = new Judging();

    @Test
    void cl08PassesWhiteOnDark() {
        judging.add(Face.FRONT, WHOLE, rectangle("#102030"))
                .add(Face.FRONT, box(6_000, 5_000, 40_000, 4_000), light("Easy to read"));
        judging.passes("CL-08");
    }

    @Test
    void cl08WarnsOfGreyOnWhite() {
        judging.add(
                Face.FRONT,
                box(6_000, 5_000, 40_000, 4_000),
                text("Hard to read", "plex-sans", 3_000, "#8a8a8a"));
        assertThat(judging.mends("CL-08", Severity.WARNING, "Set it in black").message())
                .contains("3.5 to 1");
    }

    @Test
    void cl08FailsTextOfWhichAPartVanishes() {
        judging.add(Face.FRONT, box(-2_000, -2_000, 50_000, 57_980), rectangle("#000000"))
                .add(
                        Face.FRONT,
                        box(6_000, 5_000, 70_000, 4_000),
                        light("Half of this line lies on white, half on black"));
        judging.fails("CL-08", Severity.ERROR);
    }

    @Test
    void cl08DarkensThePlateOfATextThatIsNeitherBlackNorWhite() {
        judging.add(Face.FRONT, WHOLE, new ImageContent(STRIPES))
                .picture(STRIPES, stripes())
                .add(Face.FRONT, box(4_000, 4_000, 50_000, 6_000), rectangle("#909090"))
                .add(Face.FRONT, box(6_000, 5_000, 40_000, 4_000), light("On a pale plate"));
        judging.mends("CL-08", Severity.WARNING, "Set it in black");
    }

    @Test
    void cl08PutsAPlateBehindTextOnAGroundOfBothLightAndDark() {
        judging.add(Face.FRONT, WHOLE, new ImageContent(STRIPES))
                .picture(STRIPES, stripes())
                .add(Face.FRONT, box(6_000, 5_000, 40_000, 4_000), light("On black and white"));
        judging.mends("CL-08", Severity.ERROR, "Put a plate behind it");
    }

    @Test
    void cl26PassesAFieldWhoseWholeBoxIsDark() {
        judging.add(Face.FRONT, WHOLE, rectangle("#000000"))
                .add(Face.FRONT, box(6_000, 45_000, 60_000, 5_000), name("plex-sans", 3_000));
        judging.passes("CL-26");
    }

    @Test
    void cl26WarnsOfABoxThatALongNameWouldLeaveTheDarkIn() {
        judging.add(Face.FRONT, box(-2_000, -2_000, 40_000, 57_980), rectangle("#000000"))
                .add(Face.FRONT, box(6_000, 45_000, 56_000, 5_000), name("plex-sans", 3_000));
        Finding finding = judging.mends("CL-26", Severity.WARNING, "Put a plate behind it");
        assertThat(finding.message()).contains("1.0 to 1");
        judging.passes("CL-08");
    }

    @Test
    void cl29PassesAMarkThatStandsOut() {
        judging.add(Face.FRONT, box(40_000, 10_000, 8_000, 8_000), ellipse("#335577"));
        judging.isSilent("CL-29");
    }

    @Test
    void cl29NotesAMarkThatHardlyDiffersFromItsSurroundings() {
        judging.add(Face.FRONT, box(40_000, 10_000, 8_000, 8_000), ellipse("#eeeeee"));
        assertThat(judging.fails("CL-29", Severity.NOTE).message()).contains("1.16 to 1");
    }

    @Test
    void cl30PassesDarkTextOfTheSameSize() {
        judging.add(Face.FRONT, box(6_000, 5_000, 40_000, 4_000), sized(1_800));
        judging.passes("CL-30");
    }

    @Test
    void cl30WarnsOfSmallLightTextOnADarkGround() {
        judging.add(Face.FRONT, WHOLE, rectangle("#000000"))
                .add(
                        Face.FRONT,
                        box(6_000, 5_000, 40_000, 4_000),
                        text("Small print", "plex-sans", 1_800, "#ffffff"));
        judging.mends("CL-30", Severity.WARNING, "Set it in bold");
    }

    /** Columns of black and white, a tenth of the card each. */
    private static byte[] stripes() {
        BufferedImage image = new BufferedImage(1_060, 686, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                image.setRGB(x, y, x / 20 % 2 == 0 ? 0 : 0xffffff);
            }
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }
}
