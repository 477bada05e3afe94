package io.cardloom.designer.preflight;

import static io.cardloom.designer.preflight.Judging.WHOLE;
import static io.cardloom.designer.preflight.Judging.caption;
import static io.cardloom.designer.render.SampleDesigns.box;
import static io.cardloom.designer.render.SampleDesigns.rectangle;
import static org.assertj.core.api.Assertions.assertThat;

import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.design.CodeContent;
import io.cardloom.designer.design.CodeContent.Level;
import io.cardloom.designer.design.CodeContent.Symbology;
import org.junit.jupiter.api.Test;

/** Rules about codes that machines read. */
class CodeRulesTest {

    private final Judging judging = new Judging();

    @Test
    void cl39PassesModulesThatThePrintHolds() {
        judging.add(Face.FRONT, box(40_000, 5_000, 12_000, 12_000), qr("#000000", "#ffffff"));
        judging.passes("CL-39");
    }

    @Test
    void cl39FailsModulesThatRunIntoEachOther() {
        judging.add(Face.FRONT, box(40_000, 5_000, 6_000, 6_000), qr("#000000", "#ffffff"));
        Finding finding = judging.mends("CL-39", Severity.ERROR, "Make it larger");
        assertThat(finding.message()).contains("0.25 mm");
    }

    @Test
    void cl40PassesBlackOnWhite() {
        judging.add(Face.FRONT, box(40_000, 5_000, 12_000, 12_000), qr("#000000", "#ffffff"));
        judging.passes("CL-40");
    }

    @Test
    void cl40FailsARedCodeThatARedLightDoesNotSee() {
        judging.add(Face.FRONT, box(40_000, 5_000, 12_000, 12_000), qr("#e00000", "#ffffff"));
        judging.mends("CL-40", Severity.ERROR, "Set it in black on white");
    }

    @Test
    void cl40FailsALinearCodeOfLightBars() {
        judging.add(
                Face.FRONT,
                box(25_000, 5_000, 50_000, 10_000),
                new CodeContent(Symbology.CODE128, "CL-2026", "#ffffff", "#000000", Level.M));
        judging.fails("CL-40", Severity.ERROR);
    }

    @Test
    void cl41PassesACodeThatNothingLiesOn() {
        judging.add(Face.FRONT, WHOLE, rectangle("#88aacc"))
                .add(Face.FRONT, box(40_000, 5_000, 12_000, 12_000), qr("#000000", "#ffffff"));
        judging.passes("CL-41");
    }

    @Test
    void cl41FailsATextInTheQuietZone() {
        judging.add(Face.FRONT, box(40_000, 5_000, 12_000, 12_000), qr("#000000", "#ffffff"))
                .add(Face.FRONT, box(36_000, 14_500, 20_000, 4_000), caption("Scan me"));
        judging.mends("CL-41", Severity.ERROR, "Bring it to the front");
    }

    @Test
    void cl41FailsACodeOverTheEdge() {
        judging.add(Face.FRONT, box(80_000, 5_000, 12_000, 12_000), qr("#000000", "#ffffff"));
        judging.mends("CL-41", Severity.ERROR, "Move it inside");
    }

    @Test
    void cl42PassesCodesOfEachKindThatAReaderReads() {
        judging.add(Face.FRONT, box(40_000, 4_000, 12_000, 12_000), qr("#000000", "#ffffff"))
                .add(
                        Face.FRONT,
                        box(25_000, 20_000, 50_000, 8_000),
                        code(Symbology.CODE128, "CL-2026"))
                .add(
                        Face.BACK,
                        box(6_000, 30_000, 40_000, 10_000),
                        code(Symbology.EAN13, "4006381333931"))
                .add(
                        Face.BACK,
                        box(60_000, 30_000, 12_000, 12_000),
                        code(Symbology.DATA_MATRIX, "CL-2026"));
        judging.passes("CL-42");
    }

    @Test
    void cl42WarnsOfACodeThatSomethingHides() {
        judging.add(Face.FRONT, box(40_000, 5_000, 12_000, 12_000), qr("#000000", "#ffffff"))
                .add(Face.FRONT, box(42_000, 7_000, 7_000, 7_000), rectangle("#335577"));
        judging.fails("CL-42", Severity.WARNING);
    }

    private static CodeContent qr(String color, String ground) {
        return new CodeContent(Symbology.QR, "https://cardloom.example/a", color, ground, Level.M);
    }

    private static CodeContent code(Symbology symbology, String data) {
        return new CodeContent(symbology, data, "#000000", "#ffffff", Level.M);
    }
}
