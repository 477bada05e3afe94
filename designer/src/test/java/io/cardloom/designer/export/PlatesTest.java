package io.cardloom.designer.export;

import static io.cardloom.designer.render.SampleDesigns.box;
import static io.cardloom.designer.render.SampleDesigns.rectangle;
import static io.cardloom.designer.render.SampleDesigns.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cardloom.designer.cardbody.CardBody;
import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.design.Box;
import io.cardloom.designer.design.Layer;
import io.cardloom.designer.design.LayerTags;
import io.cardloom.designer.design.LayerTags.Plate;
import io.cardloom.designer.design.LayerTags.Surface;
import io.cardloom.designer.ink.Planner;
import io.cardloom.designer.ink.Sheet;
import io.cardloom.designer.render.Fonts;
import io.cardloom.designer.render.SampleDesigns;
import io.cardloom.designer.separation.CmykPicture;
import io.cardloom.designer.separation.CmykTable;
import org.junit.jupiter.api.Test;

class PlatesTest {

    private static final CardBody BODY = SampleDesigns.body();

    private static Plates plates(SampleDesigns design) {
        return new Plates(
                design.document(),
                Face.FRONT,
                Sheet.of(BODY, 0, 300),
                new Planner(new Fonts()),
                SampleDesigns.pictures());
    }

    private static Layer on(Plate plate, Box box, String color) {
        return Layer.of(Face.FRONT, "m" + box.x(), "", box, rectangle(color))
                .with(new LayerTags("", false, Surface.BOTH, plate, ""));
    }

    @Test
    void eachLayerPrintsOnItsPlateOnly() {
        SampleDesigns design =
                new SampleDesigns()
                        .add(on(Plate.COLOR, box(0, 0, 21_400, 53_980), "#ff0000"))
                        .add(on(Plate.BLACK, box(21_400, 0, 21_400, 53_980), "#00ff00"))
                        .add(on(Plate.WHITE, box(0, 0, 42_800, 53_980), "#ffffff"))
                        .add(on(Plate.UV, box(42_800, 0, 8_560, 53_980), "#ffff00"));
        Plates plates = plates(design);
        assertThat(plates.black().coverage()).isCloseTo(0.25, within(0.002));
        assertThat(plates.plate(Plate.WHITE).coverage()).isCloseTo(0.5, within(0.002));
        assertThat(plates.plate(Plate.UV).coverage()).isCloseTo(0.1, within(0.002));
        CmykPicture inks = plates.inks(CmykTable.fogra39());
        assertThat(inks.ink(3).mean()).as("black").isCloseTo(0.25, within(0.01));
        assertThat(inks.ink(1).mean()).as("magenta of the red").isBetween(0.2, 0.25);
        assertThat(inks.ink(0).mean()).as("no cyan in black alone").isLessThan(0.01);
    }

    @Test
    void blackTextOverAPictureIsBlackAlone() {
        SampleDesigns bare =
                new SampleDesigns()
                        .add(Face.FRONT, box(0, 0, 85_600, 53_980), rectangle("#d9a000"));
        double picture = plates(bare).black().coverage();
        bare.add(
                Face.FRONT,
                box(5_000, 10_000, 70_000, 20_000),
                text("BLACK", "montserrat", 20_000, "#000000"));
        CmykPicture inks = plates(bare).inks(CmykTable.fogra39());
        assertThat(picture).isZero();
        double letters = plates(bare).black().coverage();
        assertThat(letters).isBetween(0.03, 0.3);
        int most = 0;
        for (int i = 0; i < inks.inks().length; i += 4) {
            if ((inks.inks()[i + 3] & 255) == 255) {
                most = Math.max(most, (inks.inks()[i] & 255) + (inks.inks()[i + 1] & 255));
            }
        }
        assertThat(most).isZero();
        assertThat(plates(bare).engraving().coverage()).isCloseTo(letters, within(0.01));
    }
}
