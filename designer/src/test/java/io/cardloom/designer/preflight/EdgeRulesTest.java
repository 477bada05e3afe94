package io.cardloom.designer.preflight;

import static io.cardloom.designer.preflight.Judging.WHOLE;
import static io.cardloom.designer.preflight.Judging.caption;
import static io.cardloom.designer.render.SampleDesigns.PHOTO;
import static io.cardloom.designer.render.SampleDesigns.box;
import static io.cardloom.designer.render.SampleDesigns.rectangle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.design.Content;
import io.cardloom.designer.design.Edited;
import io.cardloom.designer.design.ImageContent;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Rules about the edge of the card. */
class EdgeRulesTest {

    private final Judging judging = new Judging();

    @Test
    void cl02PassesAGroundThatFillsTheBleed() {
        judging.add(Face.FRONT, WHOLE, rectangle("#123456"));
        judging.passes("CL-02");
    }

    @Test
    void cl02PassesAPictureThatKeepsAwayFromTheEdge() {
        judging.add(Face.FRONT, box(20_000, 20_000, 10_000, 10_000), rectangle("#123456"));
        judging.passes("CL-02");
    }

    @Test
    void cl02FailsAGroundThatEndsAtTheTrimmedEdge() {
        judging.add(Face.FRONT, box(0, -2_000, 87_600, 57_980), rectangle("#123456"));
        Finding finding = judging.fails("CL-02", Severity.ERROR);
        assertThat(finding.message()).contains("left edge").contains("54.1 mm");
        assertThat(finding.x()).isEqualTo(-2_000);
    }

    @Test
    void cl03PassesTextInsideTheSafeMargin() {
        judging.add(Face.FRONT, box(3_000, 5_000, 40_000, 4_000), caption("Inside"));
        judging.passes("CL-03");
    }

    @Test
    void cl03FailsTextOverTheSafeMargin() {
        judging.add(Face.FRONT, box(1_000, 5_000, 40_000, 4_000), caption("Outside"));
        Finding finding = judging.mends("CL-03", Severity.ERROR, "Move it inside");
        assertThat(finding.x()).isCloseTo(1_000, within(500));
        assertThat(finding.remedy()).contains("3.0 mm");
    }

    @Test
    void cl14PassesALayerThatReachesOntoTheCard() {
        judging.add(Face.FRONT, box(-9_000, 5_000, 10_000, 4_000), rectangle("#000000"));
        judging.passes("CL-14");
    }

    @Test
    void cl14WarnsOfALayerBesideTheCard() {
        judging.add(Face.FRONT, box(-30_000, 5_000, 10_000, 4_000), rectangle("#000000"));
        judging.mends("CL-14", Severity.WARNING, "Remove it");
    }

    @Test
    void cl02ScalesAPictureUpIntoTheBleed() {
        judging.add(Face.FRONT, box(0, 0, 85_600, 55_355), new ImageContent(PHOTO));
        judging.mends("CL-02", Severity.ERROR, "Scale it up into the bleed");
        passesWhenMended(new ImageContent(PHOTO));
    }

    @Test
    void cl02ExtendsAGroundIntoTheBleedOnAllSidesAtOnce() {
        judging.add(Face.FRONT, box(0, 0, 85_600, 53_980), rectangle("#123456"));
        judging.mends("CL-02", Severity.ERROR, "Extend it into the bleed");
        passesWhenMended(rectangle("#123456"));
    }

    private void passesWhenMended(Content content) {
        Finding first = judging.fails("CL-02", Severity.ERROR);
        var mended =
                Edited.by(
                        judging.design().document(), Objects.requireNonNull(first.fix()).command());
        assertThat(judging.judge(mended)).noneMatch(f -> f.rule().equals("CL-02"));
        assertThat(mended.layers().values())
                .allSatisfy(l -> assertThat(l.content()).isEqualTo(content));
    }
}
