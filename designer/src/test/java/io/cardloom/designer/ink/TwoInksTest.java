package io.cardloom.designer.ink;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import io.cardloom.designer.asset.AssetDigest;
import io.cardloom.designer.cardbody.CardBody;
import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.design.DesignDocument;
import io.cardloom.designer.fixture.DesignCorpus;
import io.cardloom.designer.render.Fonts;
import io.cardloom.designer.render.Poppler;
import io.cardloom.designer.render.SampleDesigns;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pixels and PDF are two inks that follow one plan; Poppler says what the PDF shows. */
class TwoInksTest {

    private static final int DPI = 300;
    private static final CardBody BODY = SampleDesigns.body();
    private static final AssetDigest PHOTO = new AssetDigest("0a".repeat(32));
    private static final AssetDigest LOGO = new AssetDigest("0b".repeat(32));
    private static final Map<String, DesignDocument> CORPUS =
            DesignCorpus.of(BODY.id(), PHOTO, LOGO);
    private static final Map<AssetDigest, RasterFile> FILES =
            Map.of(
                    PHOTO, new RasterFile(DesignCorpus.photo()),
                    LOGO, new RasterFile(DesignCorpus.mark()));
    private static final Pictures PICTURES = asset -> Optional.ofNullable(FILES.get(asset));
    private static final Planner PLANNER = new Planner(new Fonts());

    static Stream<String> names() {
        return CORPUS.keySet().stream();
    }

    private static DrawingPlan plan(String name) {
        DesignDocument document = Objects.requireNonNull(CORPUS.get(name));
        return PLANNER.plan(document, Face.FRONT, FieldValues.samples()).whole();
    }

    private static BufferedImage pixels(DrawingPlan plan, int dpi) {
        RasterInk ink = new RasterInk(Sheet.of(BODY, 0, dpi), PICTURES);
        BufferedImage image = ink.filled(0xffffff);
        ink.draw(image, plan.drawings());
        return image;
    }

    private static byte[] pdf(DrawingPlan plan) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PdfFile file = new PdfFile(out, "corpus", Instant.EPOCH, new byte[] {1})) {
            double width = PdfInk.points(BODY.width());
            double height = PdfInk.points(BODY.height());
            PdfFile.Box whole = new PdfFile.Box(0, 0, width, height);
            PdfResources named = new PdfResources();
            int resources = file.reserve();
            PdfInk ink = new PdfInk(file, named, PICTURES).from(0, height);
            ink.fill(
                    new Path2D.Double(new Rectangle2D.Double(0, 0, BODY.width(), BODY.height())),
                    0xffffff,
                    1000);
            byte[] content = ink.draw(plan.drawings()).bytes();
            file.page(new PdfFile.PageBoxes(whole, whole, whole), resources, content);
            file.resources(resources, named);
        }
        return out.toByteArray();
    }

    @ParameterizedTest
    @MethodSource("names")
    void showTheSameOfEveryDocument(String name) throws Exception {
        DrawingPlan plan = plan(name);
        BufferedImage ours = pixels(plan, DPI);
        BufferedImage theirs = Poppler.page(pdf(plan), 1, DPI);

        double difference = Poppler.difference(ours, theirs);
        if (difference > 1.5) {
            Poppler.keep(ours, "inks-ours-" + name);
            Poppler.keep(theirs, "inks-theirs-" + name);
        }
        assertThat(difference).isLessThan(1.5);
    }

    @Test
    void tellTheDocumentsApart() {
        BufferedImage plain = pixels(plan("picture"), DPI);
        for (String name : CORPUS.keySet()) {
            if (name.matches("(picture,|grayscale|duotone|all filters|brightness|contrast).*")) {
                assertThat(Poppler.difference(plain, pixels(plan(name), DPI)))
                        .as(name)
                        .isGreaterThan(1.5);
            }
        }
    }

    @Test
    void drawCodesThatAnotherReaderReads() throws Exception {
        Map<String, String> said =
                Map.of(
                        "QR code", "https://cardloom.example/c/0451",
                        "QR code, turned, in color", "0451",
                        "data matrix", "CARDLOOM 0451",
                        "Code 128", "CL-0451",
                        "EAN-13", "4006381333931");
        for (Map.Entry<String, String> code : said.entrySet()) {
            BufferedImage image = pixels(plan(code.getKey()), 300);
            int[] rgb =
                    image.getRGB(
                            0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
            BinaryBitmap bitmap =
                    new BinaryBitmap(
                            new HybridBinarizer(
                                    new RGBLuminanceSource(
                                            image.getWidth(), image.getHeight(), rgb)));
            assertThat(new MultiFormatReader().decode(bitmap).getText())
                    .as(code.getKey())
                    .isEqualTo(code.getValue());
        }
    }
}
