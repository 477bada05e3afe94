package io.cardloom.designer.proof;

import static io.cardloom.designer.render.SampleDesigns.box;
import static io.cardloom.designer.render.SampleDesigns.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.design.DesignRevision;
import io.cardloom.designer.design.LayerId;
import io.cardloom.designer.preflight.Finding;
import io.cardloom.designer.preflight.PreflightReport;
import io.cardloom.designer.preflight.Severity;
import io.cardloom.designer.render.Fonts;
import io.cardloom.designer.render.Poppler;
import io.cardloom.designer.render.SampleDesigns;
import io.cardloom.designer.render.VeraPdf;
import io.cardloom.tenancy.refusal.Refusal;
import java.awt.image.BufferedImage;
import java.time.Instant;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;

class ProofDocumentTest {

    private final ProofDocument document = new ProofDocument(new Fonts(), SampleDesigns.pictures());
    private final DesignRevision revision = SampleDesigns.rich().revision(SampleDesigns.body());

    @Test
    void showsASheetToSignAndEachFaceWithCropMarks() throws Exception {
        byte[] pdf = document.pdf(subject(revision, false));
        for (int page = 1; page <= 3; page++) {
            BufferedImage seen = Poppler.page(pdf, page, page == 1 ? 110 : 200);
            Poppler.keep(seen, "proof-" + page);
        }
        assertThat(VeraPdf.faults(pdf)).isEmpty();
        try (PDDocument file = Loader.loadPDF(pdf)) {
            assertThat(file.getNumberOfPages()).isEqualTo(3);
            assertThat(file.getDocumentInformation().getTitle())
                    .isEqualTo("Proof of Riverside Runners, abababababab");
            PDRectangle trim = file.getPage(1).getTrimBox();
            PDRectangle bleed = file.getPage(1).getBleedBox();
            assertThat(millimeters(trim.getWidth())).isEqualTo(85.6);
            assertThat(millimeters(trim.getHeight())).isEqualTo(54.0);
            assertThat(millimeters(bleed.getWidth())).isEqualTo(89.6);
            assertThat(millimeters(file.getPage(0).getMediaBox().getHeight())).isEqualTo(297.0);
        }
    }

    @Test
    void showsTheFaceJustAsTheRendererDraws() throws Exception {
        byte[] pdf = document.pdf(subject(revision, false));
        BufferedImage page = Poppler.page(pdf, 2, 254);
        BufferedImage card = page.getSubimage(110, 110, 856, 540);
        BufferedImage sheet = Poppler.page(pdf, 1, 254);
        BufferedImage small = sheet.getSubimage(180, 520, 856, 540);
        BufferedImage inside = card.getSubimage(40, 40, 770, 460);
        assertThat(Poppler.difference(inside, small.getSubimage(40, 40, 770, 460))).isLessThan(1.5);
    }

    @Test
    void makesTheSameBytesForTheSameDigest() {
        assertThat(document.pdf(subject(revision, false)))
                .isEqualTo(document.pdf(subject(revision, false)));
    }

    @Test
    void saysThatItComesFromADemonstration() throws Exception {
        BufferedImage plain = Poppler.page(document.pdf(subject(revision, false)), 1, 72);
        BufferedImage demo = Poppler.page(document.pdf(subject(revision, true)), 1, 72);
        assertThat(Poppler.difference(plain, demo)).isGreaterThan(0);
    }

    @Test
    void refusesToShowADesignThatCannotBePrintedWhole() {
        DesignRevision broken =
                new SampleDesigns()
                        .add(
                                Face.FRONT,
                                box(5_000, 5_000, 40_000, 5_000),
                                text("明", "plex-sans", 3_000, "#000000"))
                        .revision(SampleDesigns.body());
        assertThatThrownBy(() -> document.pdf(subject(broken, false)))
                .isInstanceOf(Refusal.class)
                .hasFieldOrPropertyWithValue("code", "GLYPH_MISSING");
    }

    private static double millimeters(float points) {
        return Math.round(points * 25.4 / 72 * 10) / 10.0;
    }

    private static ProofDocument.Subject subject(DesignRevision revision, boolean demo) {
        List<Finding> findings =
                List.of(
                        new Finding(
                                "CL-08",
                                Severity.WARNING,
                                Face.FRONT,
                                6_000,
                                45_500,
                                50_000,
                                4_500,
                                "'Name' has a contrast of 3.9 to 1 where it is weakest; 4.5 are"
                                        + " needed (front, at 6.0/45.5 mm, 50.0 × 4.5 mm).",
                                "Make the text lighter.",
                                (LayerId) null,
                                null),
                        new Finding(
                                "CL-04",
                                Severity.NOTE,
                                Face.FRONT,
                                8_500,
                                18_000,
                                13_500,
                                12_000,
                                "'Photo' lies as a ground under the chip zone (front, at 8.5/18.0"
                                        + " mm, 13.5 × 12.0 mm).",
                                "Nothing to do.",
                                (LayerId) null,
                                null));
        return new ProofDocument.Subject(
                revision,
                "Riverside Bank × Riverside Runners",
                new PreflightReport(revision.digest(), findings, "cd".repeat(32), Instant.EPOCH),
                demo);
    }
}
