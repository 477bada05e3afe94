package io.cardloom.designer.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.design.DesignId;
import io.cardloom.designer.design.Designs;
import io.cardloom.designer.fixture.CoBrand;
import io.cardloom.designer.fixture.Peer;
import io.cardloom.designer.fixture.SampleDesigns;
import io.cardloom.designer.render.VeraPdf;
import io.cardloom.tenancy.permission.Role;
import io.cardloom.tenancy.refusal.Refusal;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

@SpringBootTest
class ExportsTest {

    @Autowired ApplicationContext context;
    @Autowired Designs designs;
    @Autowired Exports exports;

    @SuppressWarnings("NullAway.Init")
    private CoBrand brand;

    @SuppressWarnings("NullAway.Init")
    private DesignId design;

    @BeforeEach
    void drawADesign() {
        brand = CoBrand.found(context);
        design =
                SampleDesigns.draw(
                        designs, brand.designer(), brand.program(), brand.body(), "Žižka’s Card");
    }

    @Test
    void makesEveryKindAndOtherToolsKnowWhatItIs() throws Exception {
        Peer magick = new Peer("imagemagick");
        for (ExportKind kind : ExportKind.values()) {
            ExportFile file = exports.export(brand.marketer(), design, Face.FRONT, kind);
            assertThat(file.name())
                    .startsWith("zizka-s-card-")
                    .endsWith("." + kind.suffix())
                    .contains(kind.ofOneFace() ? "front" : "");
            magick.file(file.name(), file.content());
            if (kind.suffix().matches("png|tif")) {
                assertThat(magick.run("identify", "-format", "%m", file.name()))
                        .isEqualTo(kind.suffix().equals("png") ? "PNG" : "TIFF");
            }
        }
        assertThat(
                        VeraPdf.faults(
                                exports.export(brand.marketer(), design, Face.BACK, ExportKind.PDF)
                                        .content()))
                .isEmpty();
    }

    @Test
    void separatesWithinTheInkOfThePrintMethod() throws Exception {
        ExportFile file =
                exports.export(brand.designer(), design, Face.FRONT, ExportKind.CMYK_TIFF);
        Peer magick = new Peer("imagemagick");
        magick.file("a.tif", file.content());
        magick.run("convert", "a.tif", "-depth", "8", "cmyk:out.raw");
        byte[] inks = Files.readAllBytes(magick.file("out.raw"));
        int most = 0;
        for (int i = 0; i < inks.length; i += 4) {
            int sum = 0;
            for (int ink = 0; ink < 4; ink++) {
                sum += inks[i + ink] & 255;
            }
            most = Math.max(most, sum);
        }
        assertThat(most / 2.55).isBetween(20.0, 300.0);
    }

    @Test
    void refusesStrangersAndThoseWhoMayNotSeeDesigns() {
        assertThatThrownBy(
                        () -> exports.export(brand.stranger(), design, Face.FRONT, ExportKind.PDF))
                .isInstanceOf(Refusal.class)
                .hasFieldOrPropertyWithValue("code", "NOT_FOUND");
        assertThatThrownBy(
                        () ->
                                exports.export(
                                        CoBrand.found(context).designer(),
                                        design,
                                        Face.FRONT,
                                        ExportKind.SVG))
                .hasFieldOrPropertyWithValue("code", "NOT_FOUND");
        assertThatThrownBy(
                        () ->
                                exports.export(
                                        brand.ofTheIssuer("Otto", Role.KEY_CUSTODIAN),
                                        design,
                                        Face.FRONT,
                                        ExportKind.SVG))
                .hasFieldOrPropertyWithValue("code", "PERMISSION_MISSING");
    }
}
