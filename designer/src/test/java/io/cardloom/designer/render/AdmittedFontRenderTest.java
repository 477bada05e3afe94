package io.cardloom.designer.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.design.Align;
import io.cardloom.designer.design.Box;
import io.cardloom.designer.design.DesignId;
import io.cardloom.designer.design.DesignRevision;
import io.cardloom.designer.design.Designs;
import io.cardloom.designer.design.EditCommand;
import io.cardloom.designer.design.EditOrigin;
import io.cardloom.designer.design.LayerId;
import io.cardloom.designer.design.TextContent;
import io.cardloom.designer.design.Typeset;
import io.cardloom.designer.fixture.CoBrand;
import io.cardloom.designer.fixture.CompactFonts;
import io.cardloom.designer.fixture.FontForge;
import io.cardloom.designer.fixture.SampleDesigns;
import io.cardloom.designer.font.AdmittedFont;
import io.cardloom.designer.font.AdmittedFonts;
import io.cardloom.designer.font.LicenceStatement;
import io.cardloom.designer.ink.SvgPath;
import io.cardloom.designer.preflight.Finding;
import io.cardloom.designer.preflight.Preflight;
import io.cardloom.designer.proof.Proofs;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.refusal.Refusal;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDCIDFontType2;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

/** From the admitted file to the card: one font, one digest, the same letters everywhere. */
@SpringBootTest
class AdmittedFontRenderTest {

    private static final Box BOX = new Box(6_000, 6_000, 60_000, 9_000, 0);

    @Autowired ApplicationContext context;
    @Autowired AdmittedFonts fonts;
    @Autowired Designs designs;
    @Autowired Renderer renderer;
    @Autowired Proofs proofs;
    @Autowired Preflight preflight;

    @SuppressWarnings("NullAway.Init")
    private CoBrand brand;

    @SuppressWarnings("NullAway.Init")
    private DesignId design;

    @BeforeEach
    void drawADesign() {
        brand = CoBrand.found(context);
        design =
                SampleDesigns.draw(
                        designs, brand.designer(), brand.program(), brand.body(), "Tavola Club");
    }

    @Test
    void drawsTheVeryOutlinesOfTheAdmittedFile() throws Exception {
        byte[] file = FontForge.dejaVu("DejaVuSerif-Bold.ttf");
        AdmittedFont font = admit(file);
        TextOutline drawn =
                renderer.outline(
                        brand.tenant(),
                        new TextContent(
                                "A", font.key().value(), 700, 10_000, "#000000", Align.LEFT),
                        BOX);
        Font jdk =
                Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(file))
                        .deriveFont(2_048f);
        Path2D.Double expected =
                new Path2D.Double(
                        jdk.createGlyphVector(new FontRenderContext(null, true, true), "A")
                                .getGlyphOutline(0),
                        new AffineTransform(
                                10_000 / 2_048.0,
                                0,
                                0,
                                10_000 / 2_048.0,
                                drawn.left(),
                                drawn.baseline()));
        assertThat(drawn.path()).isEqualTo(SvgPath.of(expected));
    }

    @Test
    void freezesTheDigestAndPrintsTheSameLettersInPixelsAndPdf() throws Exception {
        AdmittedFont font = admit(FontForge.dejaVu("DejaVuSerif-Bold.ttf"));
        setAll(brand.designer(), font);
        DesignRevision revision = designs.freeze(brand.designer(), design);
        assertThat(revision.fonts().values()).containsOnly(font.digest());
        assertThat(revision.fonts().keySet()).allMatch(f -> f.startsWith(font.key() + "/"));

        byte[] pdf = renderer.pdf(brand.tenant(), revision, Face.BACK, Cut.BLEED);
        assertThat(VeraPdf.faults(pdf)).isEmpty();
        assertThat(difference(revision, pdf)).isLessThan(1.5);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            TrueTypeFont embedded = embedded(document);
            byte[] kept = fonts.file(brand.tenant(), font.key());
            TrueTypeFont whole = new TTFParser().parse(new RandomAccessReadBuffer(kept));
            for (char letter : "ALEXSMP0123".toCharArray()) {
                int glyph = whole.getUnicodeCmapLookup().getGlyphId(letter);
                assertThat(
                                SvgPath.of(
                                        new Path2D.Double(
                                                embedded.getGlyph().getGlyph(glyph).getPath())))
                        .isNotEmpty()
                        .isEqualTo(
                                SvgPath.of(
                                        new Path2D.Double(
                                                whole.getGlyph().getGlyph(glyph).getPath())));
            }
        }
        assertThat(proofs.issue(brand.designer(), revision.digest()).digest())
                .isEqualTo(revision.digest());
    }

    private static TrueTypeFont embedded(PDDocument document) throws Exception {
        for (COSObject object : document.getDocument().getObjectsByType(COSName.FONT)) {
            if (object.getObject() instanceof COSDictionary font
                    && COSName.TYPE0.equals(font.getCOSName(COSName.SUBTYPE))
                    && new PDType0Font(font).getDescendantFont() instanceof PDCIDFontType2 type
                    && type.getName().equals("CARDLM+DejaVuSerifBold")) {
                return type.getTrueTypeFont();
            }
        }
        throw new AssertionError("the font is not in the PDF");
    }

    @Test
    void drawsOutlinesInPdfsForFontsThatMayNotBeCarriedInPart() throws Exception {
        byte[] plex = FontForge.shipped("plex-serif-700.ttf");
        for (byte[] file :
                List.of(
                        CompactFonts.of(plex),
                        FontForge.of(FontForge.dejaVu("DejaVuSans-Bold.ttf"))
                                .u16("OS/2", 8, 0x104)
                                .file())) {
            setAll(brand.designer(), admit(file));
            DesignRevision revision = designs.freeze(brand.designer(), design);
            byte[] pdf = renderer.pdf(brand.tenant(), revision, Face.BACK, Cut.BLEED);
            assertThat(VeraPdf.faults(pdf)).isEmpty();
            assertThat(difference(revision, pdf)).isLessThan(1.5);
            try (PDDocument document = Loader.loadPDF(pdf)) {
                assertThat(document.getDocument().getObjectsByType(COSName.FONT)).isEmpty();
            }
        }
    }

    private double difference(DesignRevision revision, byte[] pdf) throws Exception {
        byte[] png = renderer.png(brand.tenant(), revision, Face.BACK, 300, Cut.BLEED);
        BufferedImage pixels = ImageIO.read(new ByteArrayInputStream(png));
        return Poppler.difference(Poppler.page(pdf, 1, 300), pixels);
    }

    @Test
    void keepsAWithdrawnFontWhereItIsAndGivesItToNothingNew() {
        AdmittedFont font = admit(FontForge.dejaVu("DejaVuSerif-Bold.ttf"));
        LayerId name = setAll(brand.marketer(), font);
        DesignRevision before = designs.freeze(brand.designer(), design);
        byte[] png = renderer.png(brand.tenant(), before, Face.FRONT, 300, Cut.TRIM);
        assertThat(withdrawnFindings()).isEmpty();

        fonts.withdraw(brand.administrator(), font.key());

        assertThat(renderer.png(brand.tenant(), before, Face.FRONT, 300, Cut.TRIM)).isEqualTo(png);
        assertThat(withdrawnFindings()).hasSize(4);
        set(brand.marketer(), name, Map.of("x", 7_000));
        set(brand.marketer(), name, Map.of("font", "plex-sans"));
        refused(
                "FONT_WITHDRAWN",
                () -> set(brand.marketer(), name, Map.of("font", font.key().value())));
        designs.undo(brand.marketer(), design, EditOrigin.once());
        assertThat(withdrawnFindings()).hasSize(4);
    }

    private List<Finding> withdrawnFindings() {
        return preflight.inspect(brand.designer(), design).findings().stream()
                .filter(finding -> finding.rule().equals("CL-44"))
                .toList();
    }

    @Test
    void refusesAFontOfAnotherIssuer() {
        CoBrand other = CoBrand.found(context);
        AdmittedFont theirs =
                fonts.admit(
                        other.administrator(),
                        "theirs.ttf",
                        new ByteArrayInputStream(FontForge.dejaVu("DejaVuSans-Bold.ttf")),
                        new LicenceStatement("Free for every use", true));
        LayerId name = texts().getFirst();
        refused(
                "FONT_UNKNOWN",
                () -> set(brand.designer(), name, Map.of("font", theirs.key().value())));
        refused(
                "FONT_UNKNOWN",
                () ->
                        renderer.outline(
                                brand.tenant(),
                                new TextContent(
                                        "A",
                                        theirs.key().value(),
                                        400,
                                        3_000,
                                        "#000000",
                                        Align.LEFT),
                                BOX));
    }

    private AdmittedFont admit(byte[] file) {
        return fonts.admit(
                brand.administrator(),
                "font.ttf",
                new ByteArrayInputStream(file),
                new LicenceStatement("Free for every use", true));
    }

    private List<LayerId> texts() {
        return designs.open(brand.designer(), design).document().layers().entrySet().stream()
                .filter(entry -> entry.getValue().content() instanceof Typeset)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Sets every text in this font; the first that is on the front is told. */
    private LayerId setAll(Actor actor, AdmittedFont font) {
        for (LayerId layer : texts()) {
            set(actor, layer, Map.of("font", font.key().value()));
        }
        return texts().getFirst();
    }

    private void set(Actor actor, LayerId layer, Map<String, Object> values) {
        designs.apply(
                actor,
                design,
                designs.open(actor, design).number(),
                new EditCommand.SetProperties(layer, values),
                EditOrigin.once());
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
