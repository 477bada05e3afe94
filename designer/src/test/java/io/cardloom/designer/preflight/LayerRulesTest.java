package io.cardloom.designer.preflight;

import static io.cardloom.designer.preflight.Judging.WHOLE;
import static io.cardloom.designer.preflight.Judging.caption;
import static io.cardloom.designer.render.SampleDesigns.box;
import static io.cardloom.designer.render.SampleDesigns.rectangle;
import static org.assertj.core.api.Assertions.assertThat;

import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.design.Layer;
import org.junit.jupiter.api.Test;

/** Rules about layers as such. */
class LayerRulesTest {

    private final Judging judging = new Judging();

    @Test
    void cl13PassesATextWithLetters() {
        judging.add(Face.FRONT, box(6_000, 5_000, 40_000, 4_000), caption("Text"));
        judging.passes("CL-13");
    }

    @Test
    void cl13WarnsOfATextWithoutLetters() {
        judging.add(Face.FRONT, box(6_000, 5_000, 40_000, 4_000), caption("  "));
        judging.mends("CL-13", Severity.WARNING, "Remove it");
    }

    @Test
    void cl15PassesADesignOnBothFaces() {
        judging.add(Face.FRONT, WHOLE, rectangle("#000000"))
                .add(Face.BACK, WHOLE, rectangle("#000000"));
        judging.passes("CL-15");
    }

    @Test
    void cl15FailsADesignWithNothingOnIt() {
        judging.fails("CL-15", Severity.ERROR);
    }

    @Test
    void cl13WarnsOfALayerThatIsFullyTransparent() {
        judging.design().add(Face.FRONT, box(6_000, 5_000, 9_000, 4_000), 0, rectangle("#000000"));
        judging.mends("CL-13", Severity.WARNING, "Remove it");
    }

    @Test
    void cl21PassesTheSameTextAtAnotherPlace() {
        judging.add(Face.FRONT, box(25_000, 5_000, 20_000, 4_000), caption("Twice"))
                .add(Face.FRONT, box(25_000, 12_000, 20_000, 4_000), caption("Twice"));
        judging.passes("CL-21");
    }

    @Test
    void cl21WarnsOfTheSameTextAtNearlyTheSamePlace() {
        judging.add(Face.FRONT, box(25_000, 5_000, 20_000, 4_000), caption("Twice"))
                .add(Face.FRONT, box(25_100, 5_200, 20_000, 4_000), caption("Twice"));
        judging.mends("CL-21", Severity.WARNING, "Remove it");
    }

    @Test
    void cl32PassesAFaceWhoseLayersAreAllSeen() {
        judging.add(Face.FRONT, box(25_000, 5_000, 20_000, 4_000), caption("Seen"));
        judging.isSilent("CL-32");
    }

    @Test
    void cl32NotesAHiddenLayer() {
        judging.design()
                .add(
                        new Layer(
                                Face.FRONT,
                                "b",
                                "Old slogan",
                                box(25_000, 5_000, 20_000, 4_000),
                                1000,
                                false,
                                true,
                                io.cardloom.designer.design.LayerTags.NONE,
                                caption("Hidden")));
        assertThat(judging.mends("CL-32", Severity.NOTE, "Remove it").message())
                .contains("Old slogan");
    }
}
