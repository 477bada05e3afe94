package io.cardloom.designer.preflight;

import static io.cardloom.designer.preflight.Judging.WHOLE;
import static io.cardloom.designer.preflight.Judging.caption;
import static io.cardloom.designer.preflight.Judging.sized;
import static io.cardloom.designer.render.SampleDesigns.box;
import static io.cardloom.designer.render.SampleDesigns.rectangle;
import static io.cardloom.designer.render.SampleDesigns.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.cardbody.Finish;
import io.cardloom.designer.cardbody.PrintMethod;
import io.cardloom.designer.design.Coloring;
import io.cardloom.designer.design.ShapeContent;
import org.junit.jupiter.api.Test;

/** Rules about colors and strokes. */
class ColorRulesTest {

    private final Judging judging = new Judging();

    @Test
    void cl18PassesALineOfATenthOfAMillimeter() {
        judging.add(Face.FRONT, box(6_000, 10_000, 40_000, 100), rectangle("#000000"));
        judging.passes("CL-18");
    }

    @Test
    void cl18WarnsOfALineThinnerThanThePrintHolds() {
        judging.add(Face.FRONT, box(6_000, 10_000, 40_000, 50), rectangle("#000000"));
        Finding finding = judging.mends("CL-18", Severity.WARNING, "Make it thick enough");
        assertThat(finding.message()).contains("0.050 mm").contains("0.085 mm");
    }

    @Test
    void cl18WarnsOfALightLineThatADarkGroundCloses() {
        judging.add(Face.FRONT, WHOLE, rectangle("#000000"))
                .add(Face.FRONT, box(6_000, 10_000, 100, 20_000 - 10_000), rectangle("#ffffff"));
        assertThat(judging.fails("CL-18", Severity.WARNING).message()).contains("0.170 mm");
    }

    @Test
    void cl19PassesPureBlackAndLargeText() {
        judging.add(Face.FRONT, box(6_000, 5_000, 40_000, 4_000), sized(2_000))
                .add(
                        Face.FRONT,
                        box(6_000, 34_000, 40_000, 8_000),
                        text("Large", "plex-sans", 6_000, "#101820"));
        judging.passes("CL-19");
    }

    @Test
    void cl19WarnsOfSmallTextInAMixedBlack() {
        judging.add(
                Face.FRONT,
                box(6_000, 5_000, 40_000, 4_000),
                text("Nearly black", "plex-sans", 2_500, "#101820"));
        judging.mends("CL-19", Severity.WARNING, "Set it in pure black");
        judging.on(PrintMethod.LASER_ENGRAVING, Finish.METALLIC, "#8d9196");
        judging.passes("CL-19");
    }

    @Test
    void cl20PassesBlackOnAnEngravedBodyAndAnyColorOnAPrintedOne() {
        judging.add(Face.FRONT, box(6_000, 5_000, 40_000, 4_000), rectangle("#335577"));
        judging.passes("CL-20");
        Judging engraved =
                new Judging()
                        .on(PrintMethod.LASER_ENGRAVING, Finish.METALLIC, "#8d9196")
                        .add(Face.FRONT, box(6_000, 5_000, 40_000, 4_000), caption("Black"));
        engraved.passes("CL-20");
    }

    @Test
    void cl20WarnsOfAColorOnAnEngravedBody() {
        judging.on(PrintMethod.LASER_ENGRAVING, Finish.METALLIC, "#8d9196")
                .add(Face.FRONT, box(6_000, 5_000, 40_000, 4_000), rectangle("#335577"));
        Finding finding = judging.mends("CL-20", Severity.WARNING, "Set it in black");
        assertThat(finding.message()).contains("#335577");
    }

    @Test
    void cl18WarnsOfAThinStroke() {
        Coloring thin = new Coloring(Coloring.Kind.NONE, "#000000", "#ffffff", 0, "#000000", 40);
        judging.add(
                Face.FRONT,
                box(25_000, 10_000, 30_000, 8_000),
                new ShapeContent(ShapeContent.Kind.HEXAGON, 0, thin));
        assertThat(judging.fails("CL-18", Severity.WARNING).message()).contains("0.040 mm");
    }
}
