package io.cardloom.designer.preflight;

import static io.cardloom.designer.preflight.Judging.WHOLE;
import static io.cardloom.designer.preflight.Judging.light;
import static io.cardloom.designer.render.SampleDesigns.PHOTO;
import static io.cardloom.designer.render.SampleDesigns.box;
import static io.cardloom.designer.render.SampleDesigns.rectangle;
import static org.assertj.core.api.Assertions.assertThat;

import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.cardbody.Finish;
import io.cardloom.designer.cardbody.PrintMethod;
import io.cardloom.designer.design.Box;
import io.cardloom.designer.design.ImageContent;
import io.cardloom.designer.design.Layer;
import io.cardloom.designer.design.LayerTags;
import io.cardloom.designer.design.LayerTags.Plate;
import io.cardloom.designer.design.LayerTags.Surface;
import org.junit.jupiter.api.Test;

/** Rules about inks and plates. */
class PlateRulesTest {

    private final Judging judging = new Judging();

    @Test
    void cl33PassesBlackTextAndLightColors() {
        judging.on(PrintMethod.UV_INKJET, Finish.GLOSS, "#ffffff")
                .add(Face.FRONT, WHOLE, rectangle("#88aacc"))
                .add(Face.FRONT, box(5_000, 4_000, 60_000, 10_000), rectangle("#000000"));
        judging.passes("CL-33");
    }

    @Test
    void cl33WarnsOfAGroundThatDoesNotDry() {
        judging.on(PrintMethod.UV_INKJET, Finish.GLOSS, "#ffffff")
                .add(Face.FRONT, WHOLE, rectangle("#000010"));
        Finding finding = judging.fails("CL-33", Severity.WARNING);
        assertThat(finding.message()).contains("99.9 %").contains("240 %");
        judging.on(PrintMethod.RETRANSFER, Finish.GLOSS, "#ffffff");
        judging.passes("CL-33");
    }

    @Test
    void cl34PassesWhiteTextOnAPrintedGroundAndOnTheWhitePlate() {
        judging.on(PrintMethod.RETRANSFER, Finish.METALLIC, "#8d9196")
                .add(Face.FRONT, WHOLE, rectangle("#102030"))
                .add(Face.FRONT, box(25_000, 5_000, 40_000, 4_000), light("On color"));
        judging.design().add(plate(Plate.WHITE, box(25_000, 42_000, 30_000, 4_000)));
        judging.passes("CL-34");
    }

    @Test
    void cl34FailsWhiteTextRightOnMetal() {
        judging.on(PrintMethod.RETRANSFER, Finish.METALLIC, "#8d9196")
                .add(Face.FRONT, box(25_000, 5_000, 40_000, 4_000), light("On steel"));
        judging.mends("CL-34", Severity.ERROR, "Print it on the white plate");
    }

    @Test
    void cl34HasNoFixWhereThePrintHasNoWhite() {
        judging.on(PrintMethod.DIRECT_TO_CARD, Finish.FROSTED, "#dfe9ec")
                .add(Face.FRONT, box(25_000, 5_000, 40_000, 4_000), light("On frost"));
        assertThat(judging.fails("CL-34", Severity.ERROR).fix()).isNull();
    }

    @Test
    void cl35PassesColorOnAWhiteBodyAndOverAWhitePlate() {
        judging.add(Face.FRONT, WHOLE, new ImageContent(PHOTO));
        judging.passes("CL-35");
        judging.on(PrintMethod.RETRANSFER, Finish.GLOSS, "#101010");
        judging.design().add(plate(Plate.WHITE, WHOLE));
        judging.passes("CL-35");
    }

    @Test
    void cl35WarnsOfAPictureOnADarkBody() {
        judging.on(PrintMethod.RETRANSFER, Finish.GLOSS, "#101010")
                .add(Face.FRONT, WHOLE, new ImageContent(PHOTO));
        Finding finding = judging.mends("CL-35", Severity.WARNING, "Lay a white plate");
        assertThat(finding.message()).contains("dark body");
    }

    @Test
    void cl36PassesAPlateThatThePrintHas() {
        judging.design().add(plate(Plate.UV, box(25_000, 5_000, 30_000, 8_000)));
        judging.passes("CL-36");
    }

    @Test
    void cl36FailsAPlateThatThePrintDoesNotHave() {
        judging.on(PrintMethod.LASER_ENGRAVING, Finish.METALLIC, "#8d9196");
        judging.design().add(plate(Plate.UV, box(25_000, 5_000, 30_000, 8_000)));
        Finding finding = judging.mends("CL-36", Severity.ERROR, "Print it in color");
        assertThat(finding.message()).contains("uv plate");
    }

    private static Layer plate(Plate plate, Box box) {
        return Layer.of(Face.FRONT, "0", "Plate", box, rectangle("#ffffff"))
                .with(new LayerTags("", false, Surface.BOTH, plate, ""));
    }
}
