package io.cardloom.designer.render;

import static io.cardloom.designer.render.SampleDesigns.box;
import static io.cardloom.designer.render.SampleDesigns.field;
import static io.cardloom.designer.render.SampleDesigns.rectangle;
import static io.cardloom.designer.render.SampleDesigns.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cardloom.designer.asset.AssetDigest;
import io.cardloom.designer.cardbody.CardBody;
import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.design.Box;
import io.cardloom.designer.design.CodeContent;
import io.cardloom.designer.design.Content;
import io.cardloom.designer.design.DesignDocument;
import io.cardloom.designer.design.ImageContent;
import io.cardloom.designer.design.Layer;
import io.cardloom.designer.design.LayerTags;
import io.cardloom.designer.design.LayerTags.Plate;
import io.cardloom.designer.design.LayerTags.Surface;
import io.cardloom.designer.field.FieldKey;
import io.cardloom.designer.fixture.DesignCorpus;
import io.cardloom.designer.fixture.Peer;
import io.cardloom.designer.ink.FieldValues;
import io.cardloom.designer.ink.PdfFile;
import io.cardloom.designer.ink.PdfInk;
import io.cardloom.designer.ink.PdfResources;
import io.cardloom.designer.ink.PdfStandard;
import io.cardloom.designer.ink.Pictures;
import io.cardloom.designer.ink.Planner;
import io.cardloom.designer.ink.RasterFile;
import io.cardloom.designer.ink.Sheet;
import io.cardloom.designer.separation.Tones;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;

class PrintPdfTest {

    private static final CardBody BODY = SampleDesigns.body();
    private static final Planner PLANNER = new Planner(new Fonts());
    private static final Map<FieldKey, String> ADA =
            Map.of(FieldKey.CARDHOLDER_NAME, "ADA O’NEILL-ÅSTRÖM", FieldKey.EXPIRY, "04/29");

    private static byte[] pdf(DesignDocument document, Pictures pictures, FieldValues... cards)
            throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CardPrint.compile(
                        document,
                        Face.FRONT,
                        BODY,
                        Sheet.of(BODY, BODY.bleed(), 300),
                        null,
                        PLANNER,
                        pictures,
                        new CardPrint.Imprint(
                                "Ends & <Means>",
                                Instant.parse("2026-11-22T09:00:00Z"),
                                new byte[2]))
                .pages(out, Stream.of(cards));
        return out.toByteArray();
    }

    private static SampleDesigns onPlate(
            SampleDesigns design, Plate plate, Box box, Content content) {
        return design.add(
                Layer.of(Face.FRONT, "z" + design.hashCode() % 10, "plate", box, content)
                        .with(new LayerTags("", false, Surface.BOTH, plate, "")));
    }

    /** Color everywhere; white on a quarter of the sheet, a name and a picture in UV. */
    private static SampleDesigns withPlates(boolean plates) {
        SampleDesigns design = SampleDesigns.rich();
        if (plates) {
            onPlate(design, Plate.WHITE, box(-2_000, -2_000, 44_800, 28_990), rectangle("#ffffff"));
            onPlate(
                    design,
                    Plate.UV,
                    box(10_000, 10_000, 60_000, 8_000),
                    text("GENUINE", "montserrat", 8_000, "#00ff00"));
            onPlate(
                    design,
                    Plate.UV,
                    box(60_000, 30_000, 20_000, 15_000),
                    new ImageContent(SampleDesigns.LOGO));
            onPlate(
                    design,
                    Plate.UV,
                    box(5_000, 48_000, 40_000, 4_000),
                    field(FieldKey.CARDHOLDER_NAME, "ADA", "plex-sans", 3_000));
        }
        return design;
    }

    @Test
    void veraPdfAcceptsEveryDocumentOfTheCorpus() throws Exception {
        AssetDigest photo = new AssetDigest("0a".repeat(32));
        AssetDigest logo = new AssetDigest("0b".repeat(32));
        Map<AssetDigest, RasterFile> files =
                Map.of(
                        photo, new RasterFile(DesignCorpus.photo()),
                        logo, new RasterFile(DesignCorpus.mark()));
        Pictures pictures = asset -> Optional.ofNullable(files.get(asset));
        Map<String, DesignDocument> corpus = DesignCorpus.of(BODY.id(), photo, logo);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PdfFile file =
                new PdfFile(out, "corpus", Instant.EPOCH, new byte[] {1}, PdfStandard.PRESS)) {
            double height = PdfInk.points(BODY.height());
            PdfFile.Box whole = new PdfFile.Box(0, 0, PdfInk.points(BODY.width()), height);
            for (DesignDocument document : corpus.values()) {
                int resources = file.reserve();
                PdfResources named = new PdfResources();
                PdfInk ink = new PdfInk(file, named, pictures).from(0, height);
                ink.draw(PLANNER.plan(document, Face.FRONT, FieldValues.samples()).drawings());
                file.page(new PdfFile.PageBoxes(whole, whole, whole), resources, ink.bytes());
                file.resources(resources, named);
            }
        }
        assertThat(corpus).hasSizeGreaterThan(50);
        assertThat(VeraPdf.faults(out.toByteArray())).isEmpty();
    }

    @Test
    void veraPdfAcceptsManyCardsWithPlatesAndFontsAndTellsAFault() throws Exception {
        FieldValues[] cards = new FieldValues[150];
        for (int i = 0; i < cards.length; i++) {
            String name = "RENÉE NUMBER " + i;
            cards[i] = field -> field.key() == FieldKey.CARDHOLDER_NAME ? name : "";
        }
        byte[] pdf = pdf(withPlates(true).document(), SampleDesigns.pictures(), cards);
        assertThat(VeraPdf.faults(pdf)).isEmpty();
        String text = new String(pdf, java.nio.charset.StandardCharsets.ISO_8859_1);
        byte[] spoiled =
                text.replace("<pdfaid:part>2<", "<pdfaid:part>7<")
                        .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(VeraPdf.faults(spoiled)).isNotEmpty();
    }

    @Test
    void bearsTheMarksOfPdfX4() throws Exception {
        byte[] pdf =
                pdf(withPlates(true).document(), SampleDesigns.pictures(), FieldValues.card(ADA));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
            var intents = catalog.getCOSArray(COSName.OUTPUT_INTENTS);
            COSDictionary archive = (COSDictionary) intents.getObject(0);
            COSDictionary press = (COSDictionary) intents.getObject(1);
            assertThat(archive.getNameAsString(COSName.S)).isEqualTo("GTS_PDFA1");
            assertThat(press.getNameAsString(COSName.S)).isEqualTo("GTS_PDFX");
            assertThat(press.getString(COSName.getPDFName("OutputConditionIdentifier")))
                    .isEqualTo("FOGRA39");
            assertThat(press.getItem(COSName.DEST_OUTPUT_PROFILE))
                    .isEqualTo(archive.getItem(COSName.DEST_OUTPUT_PROFILE));
            assertThat(document.getDocumentInformation().getTrapped()).isEqualTo("False");
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Ends & <Means>");
            String metadata =
                    new String(document.getDocumentCatalog().getMetadata().toByteArray(), "UTF-8");
            assertThat(metadata)
                    .contains("<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>")
                    .contains("<xmp:CreateDate>2026-11-22T09:00:00Z")
                    .contains("Ends &amp; &lt;Means&gt;");
            var page = document.getPage(0);
            assertThat(page.getTrimBox().getWidth()).isCloseTo(242.646f, within(0.01f));
            assertThat(page.getBleedBox().getWidth()).isEqualTo(page.getMediaBox().getWidth());
        }
    }

    @Test
    void ghostscriptSeparatesEachPlateWithItsInkAndWhiteTakesNoneAway() throws Exception {
        Map<String, Double> with = plates(withPlates(true));
        Map<String, Double> without = plates(withPlates(false));
        assertThat(with.keySet())
                .contains("Cyan", "Magenta", "Yellow", "Black", "White", "UV", "CutContour");
        assertThat(with.get("White")).as("a quarter").isCloseTo(0.25, within(0.003));
        assertThat(with.get("UV")).isCloseTo(uv(), within(0.004));
        double contour = 2 * (85.6 + 53.98) - (8 - 2 * Math.PI) * 3.18;
        assertThat(with.get("CutContour"))
                .as("a line of a quarter point, or of two pixels")
                .isBetween(contour * 0.08 / (89.6 * 57.98), contour * 0.2 / (89.6 * 57.98));
        for (String ink : new String[] {"Cyan", "Magenta", "Yellow", "Black"}) {
            assertThat(without.get(ink)).as(ink).isGreaterThan(0.1);
            assertThat(with.get(ink)).as(ink).isCloseTo(without.get(ink), within(0.001));
        }
        assertThat(without).doesNotContainKey("White");
    }

    /** What the pixels of the UV plate are, drawn by ourselves. */
    private static double uv() {
        var plan =
                PLANNER.plan(
                        withPlates(true).document(),
                        Face.FRONT,
                        FieldValues.card(ADA),
                        io.cardloom.designer.ink.Shown.plate(Plate.UV));
        Tones tones =
                new io.cardloom.designer.ink.PlateTones(
                                Sheet.of(BODY, BODY.bleed(), 300), SampleDesigns.pictures())
                        .of(plan.drawings());
        assertThat(tones.mean()).isGreaterThan(0.02);
        return tones.mean();
    }

    /** Mean ink of each of Ghostscript's separations, 0 to 1. */
    private static Map<String, Double> plates(SampleDesigns design) throws Exception {
        Peer ghostscript = new Peer("ghostscript");
        ghostscript.file(
                "in.pdf", pdf(design.document(), SampleDesigns.pictures(), FieldValues.card(ADA)));
        ghostscript.run(
                "gs",
                "-q",
                "-dNOPAUSE",
                "-dBATCH",
                "-dSAFER",
                "-sDEVICE=tiffsep",
                "-r300",
                "-sOutputFile=out.tif",
                "in.pdf");
        Map<String, Double> means = new TreeMap<>();
        try (var files = Files.list(ghostscript.file("."))) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.startsWith("out(")) {
                    var gray = ImageIO.read(file.toFile()).getRaster();
                    double paper = 0;
                    for (int y = 0; y < gray.getHeight(); y++) {
                        for (int x = 0; x < gray.getWidth(); x++) {
                            paper += gray.getSample(x, y, 0) / 255.0;
                        }
                    }
                    means.put(
                            name.substring(4, name.indexOf(')')),
                            1 - paper / gray.getWidth() / gray.getHeight());
                }
            }
        }
        return means;
    }

    @Test
    void setsCodesAndTurnedFieldsToo() throws Exception {
        SampleDesigns design =
                new SampleDesigns()
                        .add(
                                Face.FRONT,
                                new Box(20_000, 20_000, 40_000, 6_000, 37_000),
                                field(FieldKey.CARDHOLDER_NAME, "X", "montserrat", 5_000))
                        .add(
                                Face.FRONT,
                                box(-2_000, -2_000, 89_600, 20_000),
                                500,
                                rectangle("#1c7ed6"));
        onPlate(
                design,
                Plate.UV,
                box(50_000, 30_000, 15_000, 15_000),
                new CodeContent(
                        CodeContent.Symbology.QR,
                        "0451",
                        "#000000",
                        "#ffffff",
                        CodeContent.Level.M));
        byte[] pdf = pdf(design.document(), SampleDesigns.pictures(), FieldValues.card(ADA));
        assertThat(VeraPdf.faults(pdf)).isEmpty();
        assertThat(plates(design).get("UV")).isBetween(0.005, 0.03);
    }
}
