package io.cardloom.designer.preflight;

import static io.cardloom.designer.preflight.Judging.WHOLE;
import static io.cardloom.designer.preflight.Judging.caption;
import static io.cardloom.designer.render.SampleDesigns.LOGO;
import static io.cardloom.designer.render.SampleDesigns.PHOTO;
import static io.cardloom.designer.render.SampleDesigns.box;
import static io.cardloom.designer.render.SampleDesigns.ellipse;
import static io.cardloom.designer.render.SampleDesigns.rectangle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.cardbody.ZoneKind;
import io.cardloom.designer.design.Edited;
import io.cardloom.designer.design.ImageContent;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Rules about the zones of the card body. */
class ZoneRulesTest {

    private final Judging judging = new Judging();

    @Test
    void cl04PassesTextBesideTheChipAndAGroundUnderIt() {
        judging.add(Face.FRONT, WHOLE, new ImageContent(PHOTO))
                .add(Face.FRONT, box(24_000, 20_000, 30_000, 4_000), caption("Beside"));
        judging.passes("CL-04");
    }

    @Test
    void cl04FailsTextInTheChipZone() {
        judging.add(Face.FRONT, box(4_000, 20_000, 30_000, 4_000), caption("Across the chip"));
        assertThat(judging.fails("CL-04", Severity.ERROR).remedy()).contains("chip zone");
    }

    @Test
    void cl05PassesInkBelowTheStripeAndNotesAGroundUnderIt() {
        judging.add(Face.BACK, box(6_000, 30_000, 30_000, 4_000), caption("Below"));
        judging.passes("CL-05");
        judging.add(Face.BACK, WHOLE, rectangle("#eeeeee"));
        judging.fails("CL-05", Severity.NOTE);
    }

    @Test
    void cl05FailsInkWithAnEdgeInTheStripeZone() {
        judging.add(Face.BACK, box(10_000, 10_000, 20_000, 20_000), ellipse("#000000"));
        Finding finding = judging.fails("CL-05", Severity.ERROR);
        assertThat(finding.y()).isCloseTo(10_000, within(200));
        assertThat(finding.y() + finding.height()).isCloseTo(16_700, within(200));
    }

    @Test
    void cl06PassesInkBesideTheSignaturePanel() {
        judging.add(Face.BACK, box(56_000, 20_000, 10_000, 8_000), rectangle("#000000"));
        judging.passes("CL-06");
    }

    @Test
    void cl06FailsTextOnTheSignaturePanel() {
        judging.add(Face.BACK, box(6_000, 22_000, 30_000, 4_000), caption("Sign here"));
        judging.fails("CL-06", Severity.ERROR);
    }

    @Test
    void cl07PassesAMarkInItsArea() {
        judging.add(Face.FRONT, box(66_000, 39_000, 12_000, 9_000), new ImageContent(LOGO));
        judging.passes("CL-07");
    }

    @Test
    void cl07FailsAPictureThatCrossesTheNetworkMarkArea() {
        judging.add(Face.FRONT, box(58_000, 36_000, 12_000, 9_000), new ImageContent(LOGO));
        judging.fails("CL-07", Severity.ERROR);
    }

    @Test
    void cl07LooksAtInkAndNotAtTheBox() {
        judging.add(Face.FRONT, box(52_100, 26_000, 16_000, 16_000), ellipse("#000000"));
        judging.fails("CL-07", Severity.ERROR);
        Judging beside = new Judging();
        beside.add(Face.FRONT, box(48_900, 22_900, 16_000, 16_000), ellipse("#000000"));
        beside.isSilent("CL-07");
    }

    @Test
    void cl16PassesTextBesideTheHologram() {
        judging.with(ZoneKind.HOLOGRAM, Face.BACK, 66_000, 20_000, 15_000, 12_000)
                .add(Face.BACK, box(6_000, 32_000, 50_000, 4_000), caption("Beside"));
        judging.passes("CL-16");
    }

    @Test
    void cl16FailsTextUnderTheHologram() {
        judging.with(ZoneKind.HOLOGRAM, Face.BACK, 66_000, 20_000, 15_000, 12_000)
                .add(Face.BACK, box(60_000, 24_000, 20_000, 4_000), caption("Under foil"));
        judging.mends("CL-16", Severity.ERROR, "Move it out");
    }

    @Test
    void cl17PassesTheMarkInItsPlace() {
        judging.with(ZoneKind.CONTACTLESS_MARK, Face.FRONT, 24_000, 20_000, 8_000, 8_000)
                .add(Face.FRONT, box(25_000, 21_000, 6_000, 4_500), new ImageContent(LOGO));
        judging.passes("CL-17");
    }

    @Test
    void cl17FailsTextOverTheMark() {
        judging.with(ZoneKind.CONTACTLESS_MARK, Face.FRONT, 24_000, 20_000, 8_000, 8_000)
                .add(Face.FRONT, box(23_000, 22_000, 20_000, 4_000), caption("Tap here"));
        judging.mends("CL-17", Severity.ERROR, "Move it out");
    }

    @Test
    void movesTextToWhereItBreaksNoOtherRule() {
        judging.add(Face.FRONT, box(7_000, 20_000, 30_000, 4_000), caption("Across"));
        Finding finding = judging.mends("CL-04", Severity.ERROR, "Move it out");
        var mended =
                Edited.by(
                        judging.design().document(),
                        Objects.requireNonNull(finding.fix()).command());
        assertThat(judging.judge(mended)).noneMatch(f -> f.severity() == Severity.ERROR);
    }
}
