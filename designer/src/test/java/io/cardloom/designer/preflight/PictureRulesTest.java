package io.cardloom.designer.preflight;

import static io.cardloom.designer.preflight.Judging.WHOLE;
import static io.cardloom.designer.render.SampleDesigns.PHOTO;
import static io.cardloom.designer.render.SampleDesigns.box;
import static io.cardloom.designer.render.SampleDesigns.photo;
import static org.assertj.core.api.Assertions.assertThat;

import io.cardloom.designer.asset.AssetDigest;
import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.cardbody.Finish;
import io.cardloom.designer.cardbody.PrintMethod;
import io.cardloom.designer.design.ImageContent;
import org.junit.jupiter.api.Test;

/** Rules about pictures. */
class PictureRulesTest {

    private static final AssetDigest COARSE = new AssetDigest("44".repeat(32));

    private final Judging judging = new Judging();

    @Test
    void cl01PassesAPictureOfThreeHundredPixelsAnInch() {
        judging.add(Face.FRONT, WHOLE, new ImageContent(PHOTO));
        judging.passes("CL-01");
    }

    @Test
    void cl01WarnsOfAPictureUnderThreeHundredPixelsAnInch() {
        judging.add(Face.FRONT, box(0, 0, 120_000, 77_600), new ImageContent(PHOTO));
        Finding finding = judging.fails("CL-01", Severity.WARNING);
        assertThat(finding.message()).contains("254 pixels an inch");
        assertThat(finding.remedy()).contains("at least 1418 pixels wide");
    }

    @Test
    void cl01FailsAPictureUnderTwoHundredPixelsAnInch() {
        judging.add(Face.FRONT, box(0, 0, 200_000, 129_000), new ImageContent(PHOTO));
        judging.fails("CL-01", Severity.ERROR);
    }

    @Test
    void cl12PassesAPictureThatIsThere() {
        judging.add(Face.FRONT, WHOLE, new ImageContent(PHOTO));
        judging.passes("CL-12");
    }

    @Test
    void cl12FailsAPictureThatIsGone() {
        AssetDigest gone = new AssetDigest("99".repeat(32));
        judging.add(Face.FRONT, WHOLE, new ImageContent(gone));
        judging.mends("CL-12", Severity.ERROR, "Remove it");
    }

    @Test
    void cl01MakesAPictureInsideTheCardSmaller() {
        judging.add(Face.FRONT, box(20_000, 5_000, 24_000, 15_520), new ImageContent(COARSE))
                .picture(COARSE, photo(200, 129, "jpeg"));
        judging.mends("CL-01", Severity.WARNING, "Make it smaller");
    }

    @Test
    void cl01AsksForMoreDotsOfAnEngraving() {
        judging.on(PrintMethod.LASER_ENGRAVING, Finish.METALLIC, "#8d9196")
                .add(Face.FRONT, box(5_000, 5_000, 60_000, 38_800), new ImageContent(PHOTO));
        assertThat(judging.fails("CL-01", Severity.WARNING).message()).contains("600 are needed");
    }

    @Test
    void cl27PassesAPictureInItsProportions() {
        judging.add(Face.FRONT, box(5_000, 5_000, 60_000, 38_800), new ImageContent(PHOTO));
        judging.passes("CL-27");
    }

    @Test
    void cl27WarnsOfAStretchedPicture() {
        judging.add(Face.FRONT, box(5_000, 5_000, 60_000, 30_000), new ImageContent(PHOTO));
        Finding finding = judging.mends("CL-27", Severity.WARNING, "Give it its proportions");
        assertThat(finding.message()).contains("in width by 29 %");
    }

    @Test
    void cl28PassesAPictureAsFineAsTheDots() {
        judging.add(Face.FRONT, box(5_000, 5_000, 60_000, 38_800), new ImageContent(PHOTO));
        judging.isSilent("CL-28");
    }

    @Test
    void cl28NotesAPictureThatThePrinterEnlarges() {
        judging.dpi(1_200)
                .add(Face.FRONT, box(5_000, 5_000, 60_000, 38_800), new ImageContent(PHOTO));
        assertThat(judging.fails("CL-28", Severity.NOTE).message()).contains("2.4 times");
    }
}
