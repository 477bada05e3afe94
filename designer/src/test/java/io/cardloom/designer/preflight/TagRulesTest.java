package io.cardloom.designer.preflight;

import static io.cardloom.designer.preflight.Judging.WHOLE;
import static io.cardloom.designer.preflight.Judging.caption;
import static io.cardloom.designer.preflight.Judging.name;
import static io.cardloom.designer.render.SampleDesigns.PHOTO;
import static io.cardloom.designer.render.SampleDesigns.box;
import static org.assertj.core.api.Assertions.assertThat;

import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.design.Box;
import io.cardloom.designer.design.ImageContent;
import io.cardloom.designer.design.Layer;
import io.cardloom.designer.design.LayerTags;
import io.cardloom.designer.design.LayerTags.Plate;
import io.cardloom.designer.design.LayerTags.Surface;
import io.cardloom.designer.design.SlotContent;
import org.junit.jupiter.api.Test;

/** Rules about what layers are for. */
class TagRulesTest {

    private final Judging judging = new Judging();

    @Test
    void cl37PassesAMandatoryLayerThatIsSeenWhole() {
        judging.design().add(mandatory(box(25_000, 5_000, 40_000, 4_000), false));
        judging.passes("CL-37");
    }

    @Test
    void cl37FailsAMandatoryLayerThatSomebodyHid() {
        judging.design().add(mandatory(box(25_000, 5_000, 40_000, 4_000), true));
        judging.mends("CL-37", Severity.ERROR, "Show it");
    }

    @Test
    void cl37FailsAMandatoryLayerThatReachesOverTheEdge() {
        judging.design().add(mandatory(box(60_000, 5_000, 40_000, 4_000), false));
        judging.mends("CL-37", Severity.ERROR, "Move it onto the card");
    }

    @Test
    void cl38PassesAFaceWithoutEmptyPlaces() {
        judging.add(Face.FRONT, WHOLE, new ImageContent(PHOTO));
        judging.passes("CL-38");
    }

    @Test
    void cl38WarnsOfAnEmptyPlace() {
        judging.add(Face.FRONT, box(60_000, 5_000, 20_000, 9_000), new SlotContent("Club logo"));
        Finding finding = judging.mends("CL-38", Severity.WARNING, "Remove it");
        assertThat(finding.message()).contains("'Club logo'");
    }

    @Test
    void cl43PassesFieldsForTheCardAlone() {
        judging.design()
                .add(
                        Layer.of(
                                        Face.FRONT,
                                        "a",
                                        "Name",
                                        box(6_000, 45_000, 60_000, 5_000),
                                        name("plex-sans", 3_000))
                                .with(new LayerTags("", false, Surface.PHYSICAL, Plate.COLOR, "")));
        judging.isSilent("CL-43");
    }

    @Test
    void cl43NotesFieldsThatTheWalletWouldShow() {
        judging.add(Face.FRONT, box(6_000, 34_000, 60_000, 5_000), name("plex-mono", 3_000))
                .add(Face.FRONT, box(6_000, 45_000, 60_000, 5_000), name("plex-sans", 3_000));
        Finding finding = judging.mends("CL-43", Severity.NOTE, "Mark them for the card alone");
        assertThat(finding.message()).contains("2 fields");
    }

    private static Layer mandatory(Box box, boolean hidden) {
        LayerTags tags = new LayerTags("", true, Surface.BOTH, Plate.COLOR, "");
        return new Layer(
                Face.FRONT, "a", "Issuer's line", box, 1000, false, hidden, tags, caption("Bank"));
    }
}
