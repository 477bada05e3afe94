package io.cardloom.designer.render;

import static io.cardloom.designer.render.SampleDesigns.box;
import static io.cardloom.designer.render.SampleDesigns.field;
import static io.cardloom.designer.render.SampleDesigns.rectangle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.designer.cardbody.CardBody;
import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.field.FieldKey;
import io.cardloom.designer.ink.Planner;
import io.cardloom.designer.ink.Sheet;
import io.cardloom.tenancy.refusal.Refusal;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.junit.jupiter.api.Test;

class CardPrintTest {

    private static final Planner PLANNER = new Planner(new Fonts());

    private static final Map<FieldKey, String> ADA =
            Map.of(
                    FieldKey.CARDHOLDER_NAME, "ADA O’NEILL-ÅSTRÖM",
                    FieldKey.PAN, "0000 1111 2222 3333",
                    FieldKey.EXPIRY, "04/29");
    private static final Map<FieldKey, String> ZOE =
            Map.of(
                    FieldKey.CARDHOLDER_NAME, "ZÜMRÜT ĐOKOVIĆ",
                    FieldKey.PAN, "0000 4444 5555 6666",
                    FieldKey.EXPIRY, "11/31");

    static CardPrint print(SampleDesigns design, int dpi) {
        CardBody body = SampleDesigns.body();
        return CardPrint.compile(
                design.document(),
                Face.FRONT,
                body,
                Sheet.of(body, body.bleed(), dpi),
                null,
                PLANNER,
                SampleDesigns.pictures(),
                new CardPrint.Imprint("test", Instant.EPOCH, new byte[] {1}));
    }

    @Test
    void showsTheSamePixelsOnPaperAndInThePdf() throws Exception {
        for (int dpi : new int[] {300, 600}) {
            CardPrint print = print(SampleDesigns.rich(), dpi);
            ByteArrayOutputStream pdf = new ByteArrayOutputStream();
            print.pdf(pdf, Stream.of(ADA, ZOE));
            for (int page = 1; page <= 2; page++) {
                BufferedImage ours = print.raster(page == 1 ? ADA : ZOE);
                BufferedImage theirs = Poppler.page(pdf.toByteArray(), page, dpi);
                Poppler.keep(ours, "card-" + dpi + "-" + page);
                Poppler.keep(theirs, "card-" + dpi + "-" + page + "-poppler");
                assertThat(Poppler.difference(ours, theirs)).isLessThan(1.2);
            }
            assertThat(Poppler.difference(print.raster(ADA), print.raster(ZOE)))
                    .as("the bound tells two cards apart")
                    .isGreaterThan(1.2);
        }
    }

    @Test
    void leavesNoTraceOfTheCardBefore() {
        CardPrint print = print(SampleDesigns.rich(), 300);
        CardPress press = print.press();
        press.next(ADA);
        press.next(ZOE);
        BufferedImage third = press.next(ADA);
        assertThat(Poppler.difference(third, print.raster(ADA))).isZero();
        assertThat(Poppler.difference(press.next(Map.of()), print.fixed())).isZero();
    }

    @Test
    void drawsAFixedLayerOverTheFieldBelowIt() {
        SampleDesigns below =
                new SampleDesigns()
                        .add(Face.FRONT, box(0, 0, 85_600, 53_980), rectangle("#000000"))
                        .add(
                                Face.FRONT,
                                box(10_000, 20_000, 50_000, 6_000),
                                field(FieldKey.CARDHOLDER_NAME, "X", "plex-sans", 5_000));
        BufferedImage open = print(below, 300).raster(ADA);
        SampleDesigns covered =
                below.add(Face.FRONT, box(0, 15_000, 85_600, 15_000), rectangle("#123456"));
        CardPrint print = print(covered, 300);
        assertThat(Poppler.difference(print.raster(ADA), print.fixed())).isZero();
        assertThat(Poppler.difference(open, print.fixed())).isGreaterThan(1);
    }

    @Test
    void shrinksANameToItsBoxOnTheSameBaseline() {
        SampleDesigns design = name(30_000, 4_000);
        var layer = design.document().layers().values().iterator().next();
        var content = (io.cardloom.designer.design.FieldContent) layer.content();
        var whole = PLANNER.line(content, layer.box(), "ADA LEE");
        var shrunk = PLANNER.line(content, layer.box(), "ANNELIESE VAN BERG");
        assertThat(whole.text().size()).isEqualTo(4_000);
        assertThat(shrunk.text().size()).isBetween(2_400, 3_999);
        assertThat(shrunk.text().advance()).isLessThanOrEqualTo(30_000);
        assertThat(shrunk.baseline()).isEqualTo(whole.baseline());
    }

    @Test
    void refusesANameThatDoesNotFitEvenAtTheFloorAndDoesNotRepeatIt() {
        CardPrint print = print(name(12_000, 4_000), 300);
        String name = "MAXIMILIANA WOLKENSTEIN-MO";
        assertThatThrownBy(() -> print.raster(Map.of(FieldKey.CARDHOLDER_NAME, name)))
                .isInstanceOf(Refusal.class)
                .hasFieldOrPropertyWithValue("code", "FIELD_TEXT_TOO_LONG")
                .hasMessageContaining("60 %")
                .message()
                .doesNotContain("WOLKENSTEIN");
    }

    @Test
    void refusesALetterTheFontDoesNotHaveAndNamesItsCodePoint() {
        CardPrint print = print(name(40_000, 4_000), 300);
        assertThatThrownBy(() -> print.raster(Map.of(FieldKey.CARDHOLDER_NAME, "LI 明")))
                .isInstanceOf(Refusal.class)
                .hasFieldOrPropertyWithValue("code", "GLYPH_MISSING")
                .hasMessageContaining("U+660E")
                .hasMessageContaining("IBM Plex Sans");
    }

    @Test
    void printsAThousandCardsInASmallHeapWithOneSharedGround() throws Exception {
        java.nio.file.Path pdf = java.nio.file.Files.createTempFile("cards", ".pdf");
        Process printer =
                new ProcessBuilder(
                                System.getProperty("java.home") + "/bin/java",
                                "-Xmx40m",
                                "-Djava.awt.headless=true",
                                "-cp",
                                System.getProperty("java.class.path"),
                                ManyCards.class.getName(),
                                pdf.toString(),
                                "1000")
                        .redirectErrorStream(true)
                        .start();
        String said = new String(printer.getInputStream().readAllBytes());
        assertThat(printer.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(printer.exitValue()).as(said).isZero();
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            assertThat(document.getNumberOfPages()).isEqualTo(1000);
            for (int page : List.of(0, 128, 999)) {
                var resources = document.getPage(page).getResources();
                assertThat(resources.getXObjectNames())
                        .contains(COSName.getPDFName("F0"))
                        .allSatisfy(n -> assertThat(resources.isImageXObject(n)).isFalse());
                assertThat(resources.getXObject(COSName.getPDFName("F0")))
                        .isInstanceOf(PDFormXObject.class);
                assertThat(resources.getCOSObject().getCOSDictionary(COSName.XOBJECT).getItem("F0"))
                        .isEqualTo(
                                document.getPage(0)
                                        .getResources()
                                        .getCOSObject()
                                        .getCOSDictionary(COSName.XOBJECT)
                                        .getItem("F0"));
            }
        }
        assertThat(pdf.toFile().length()).isLessThan(2_500_000);
        java.nio.file.Files.delete(pdf);
    }

    @Test
    void makesTheSameBytesFromTheSameCards() throws Exception {
        ByteArrayOutputStream one = new ByteArrayOutputStream();
        ByteArrayOutputStream other = new ByteArrayOutputStream();
        SampleDesigns design = SampleDesigns.rich();
        print(design, 300).pdf(one, Stream.of(ADA, ZOE));
        print(design, 300).pdf(other, Stream.of(ADA, ZOE));
        assertThat(one.toByteArray()).isEqualTo(other.toByteArray());
    }

    private static SampleDesigns name(int width, int size) {
        return new SampleDesigns()
                .add(
                        Face.FRONT,
                        box(6_000, 40_000, width, 6_000),
                        field(FieldKey.CARDHOLDER_NAME, "SAMPLE", "plex-sans", size));
    }
}
