package io.cardloom.designer.render;

import static io.cardloom.designer.render.SampleDesigns.box;
import static io.cardloom.designer.render.SampleDesigns.field;
import static io.cardloom.designer.render.SampleDesigns.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.designer.asset.Asset;
import io.cardloom.designer.asset.Assets;
import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.design.Box;
import io.cardloom.designer.design.DesignId;
import io.cardloom.designer.design.DesignRevision;
import io.cardloom.designer.design.Designs;
import io.cardloom.designer.design.EditCommand;
import io.cardloom.designer.design.EditOrigin;
import io.cardloom.designer.design.FieldContent;
import io.cardloom.designer.design.ImageContent;
import io.cardloom.designer.design.LayerId;
import io.cardloom.designer.field.FieldKey;
import io.cardloom.designer.fixture.CoBrand;
import io.cardloom.tenancy.refusal.Refusal;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

@SpringBootTest
class RendererTest {

    @Autowired ApplicationContext context;
    @Autowired Renderer renderer;
    @Autowired Designs designs;
    @Autowired Assets assets;

    @SuppressWarnings("NullAway.Init")
    private CoBrand brand;

    @SuppressWarnings("NullAway.Init")
    private DesignId design;

    @BeforeEach
    void drawADesign() {
        brand = CoBrand.found(context);
        design =
                io.cardloom.designer.fixture.SampleDesigns.draw(
                        designs, brand.designer(), brand.program(), brand.body(), "Club Card");
    }

    @Test
    void drawsAnUploadedPictureAlikeInPngAndPdf() throws Exception {
        Asset photo =
                assets.upload(
                        brand.designer(),
                        "coast.jpg",
                        new ByteArrayInputStream(SampleDesigns.photo(900, 600, "jpeg")));
        DesignRevision revision =
                new SampleDesigns()
                        .add(
                                Face.FRONT,
                                new Box(10_000, 8_000, 45_000, 30_000, 20_000),
                                new ImageContent(photo.digest()))
                        .revision(SampleDesigns.body());
        byte[] png = renderer.png(brand.tenant(), revision, Face.FRONT, 300, Cut.BLEED);
        byte[] pdf = renderer.pdf(brand.tenant(), revision, Face.FRONT, Cut.BLEED);
        BufferedImage ours = read(png);
        assertThat(ours.getWidth()).isEqualTo(1_058);
        assertThat(ours.getRGB(380, 270) & 0xffffff).isNotEqualTo(0xffffff);
        assertThat(Poppler.difference(ours, Poppler.page(pdf, 1, 300))).isLessThan(1.0);
    }

    @Test
    void cutsTheCardsCornersForScreensOnly() throws Exception {
        byte[] preview = renderer.preview(brand.designer(), design, Face.FRONT, 320);
        BufferedImage round = read(preview);
        assertThat(round.getWidth()).isEqualTo(320);
        assertThat(round.getRGB(0, 0) >>> 24).isZero();
        assertThat(round.getRGB(160, 50) >>> 24).isEqualTo(255);
        DesignRevision revision = designs.freeze(brand.designer(), design);
        BufferedImage square =
                read(renderer.png(brand.tenant(), revision, Face.FRONT, 300, Cut.TRIM));
        assertThat(square.getWidth()).isEqualTo(1_011);
        assertThat(square.getHeight()).isEqualTo(638);
        assertThat(square.getRGB(0, 0)).isEqualTo(0xff0b3d2e);
    }

    @Test
    void keepsAPreviewUntilTheDesignChanges() {
        byte[] first = renderer.preview(brand.designer(), design, Face.FRONT, 320);
        assertThat(renderer.preview(brand.marketer(), design, Face.FRONT, 320)).isSameAs(first);
        LayerId any =
                designs.open(brand.designer(), design)
                        .document()
                        .stack(Face.FRONT)
                        .getFirst()
                        .getKey();
        designs.apply(
                brand.marketer(),
                design,
                0,
                new EditCommand.SetProperties(any, Map.of("fill", "#aa0000")),
                EditOrigin.once());
        assertThat(renderer.preview(brand.designer(), design, Face.FRONT, 320)).isNotEqualTo(first);
    }

    @Test
    void showsNoPreviewToAnotherPartner() {
        renderer.preview(brand.designer(), design, Face.FRONT, 320);
        refused("NOT_FOUND", () -> renderer.preview(brand.stranger(), design, Face.FRONT, 320));
    }

    @Test
    void refusesAPreviewOfAnAbsurdSize() {
        refused(
                "PREVIEW_WIDTH",
                () -> renderer.preview(brand.designer(), design, Face.FRONT, 9_000));
    }

    @Test
    void refusesToPrintAPictureThatIsGone() {
        DesignRevision revision = SampleDesigns.rich().revision(SampleDesigns.body());
        refused(
                "IMAGE_MISSING",
                () -> renderer.png(brand.tenant(), revision, Face.FRONT, 300, Cut.TRIM));
    }

    @Test
    void handsTheEditorTheOutlineThatIsPrinted() {
        TextOutline left =
                renderer.outline(
                        brand.tenant(),
                        text("AV", "plex-sans", 5_000, "#000000"),
                        box(0, 0, 40_000, 6_000));
        assertThat(left.path()).startsWith("M").endsWith("Z");
        assertThat(left.left()).isZero();
        assertThat(left.baseline()).isBetween(4_500, 5_500);
        FieldContent name =
                field(FieldKey.CARDHOLDER_NAME, "ANNELIESE VAN BERG", "plex-sans", 4_000);
        TextOutline shrunk = renderer.outline(brand.tenant(), name, box(0, 0, 30_000, 6_000));
        assertThat(shrunk.size()).isLessThan(4_000);
        assertThat(shrunk.width()).isBetween(29_900, 30_000);
    }

    @Test
    void printsAFrozenRevisionWithACardsOwnValues() throws Exception {
        DesignRevision revision = designs.freeze(brand.designer(), design);
        CardPrint print = renderer.compile(brand.tenant(), revision, Face.BACK, 300);
        BufferedImage card = print.raster(Map.of(FieldKey.CARDHOLDER_NAME, "RENÉE D’ARC"));
        assertThat(Poppler.difference(card, print.fixed())).isGreaterThan(0.1);
    }

    private static void refused(String code, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOf(Refusal.class)
                .hasFieldOrPropertyWithValue("code", code);
    }

    private static BufferedImage read(byte[] png) throws Exception {
        return ImageIO.read(new ByteArrayInputStream(png));
    }
}
