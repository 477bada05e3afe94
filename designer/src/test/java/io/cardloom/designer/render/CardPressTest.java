package io.cardloom.designer.render;

import static io.cardloom.designer.render.SampleDesigns.box;
import static io.cardloom.designer.render.SampleDesigns.field;
import static io.cardloom.designer.render.SampleDesigns.rectangle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.designer.cardbody.CardBody;
import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.design.Box;
import io.cardloom.designer.field.FieldKey;
import io.cardloom.designer.ink.DrawingPlan;
import io.cardloom.designer.ink.FieldValues;
import io.cardloom.designer.ink.Planner;
import io.cardloom.designer.ink.RasterInk;
import io.cardloom.designer.ink.Sheet;
import io.cardloom.tenancy.refusal.Refusal;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class CardPressTest {

    private static final String LETTERS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZ ÀÇÉÎÑÖØÚÝŁŐŘŠŢŽĐĞİ’-.ÆŒß abcdefghijklmnopqrstuvwxyzåçëñ";

    private final Random random = new Random(20_261_122);

    private String text(String of, int least, int most) {
        StringBuilder text = new StringBuilder();
        int length = least + random.nextInt(most - least + 1);
        for (int i = 0; i < length; i++) {
            text.append(of.charAt(random.nextInt(of.length())));
        }
        return text.toString();
    }

    private Map<FieldKey, String> card() {
        Map<FieldKey, String> card = new HashMap<>();
        if (random.nextInt(8) > 0) {
            card.put(FieldKey.CARDHOLDER_NAME, text(LETTERS, 1, 22));
        }
        card.put(FieldKey.PAN, text("0123456789 ", 19, 19));
        card.put(FieldKey.EXPIRY, text("0123456789/", 5, 5));
        return card;
    }

    /** What the press is measured by: each outline drawn anew, as proofs are. */
    private static BufferedImage drawn(
            SampleDesigns design, int dpi, Map<FieldKey, String> values) {
        CardBody body = SampleDesigns.body();
        RasterInk ink = new RasterInk(Sheet.of(body, body.bleed(), dpi), SampleDesigns.pictures());
        DrawingPlan plan =
                new Planner(new Fonts())
                        .plan(design.document(), Face.FRONT, FieldValues.card(values))
                        .whole();
        BufferedImage image = ink.filled(0xffffff);
        ink.draw(image, plan.drawings());
        return image;
    }

    @Test
    void everyPngHasExactlyThePixelsOfItsCard() throws Exception {
        for (int dpi : new int[] {300, 600}) {
            CardPrint print = CardPrintTest.print(SampleDesigns.rich(), dpi);
            CardPress pngs = print.press();
            CardPress rasters = print.press();
            for (int i = 0; i < (dpi == 300 ? 25 : 4); i++) {
                Map<FieldKey, String> card = card();
                ByteArrayOutputStream png = new ByteArrayOutputStream();
                pngs.png(card, png);
                BufferedImage read = ImageIO.read(new ByteArrayInputStream(png.toByteArray()));
                BufferedImage raster = rasters.next(card);
                assertThat(read.getWidth()).isEqualTo(raster.getWidth());
                assertThat(Poppler.difference(read, raster)).isZero();
            }
        }
    }

    @Test
    void masksShowWhatTheOutlinesShow() {
        SampleDesigns design = SampleDesigns.rich();
        for (int dpi : new int[] {300, 600}) {
            CardPress press = CardPrintTest.print(design, dpi).press();
            for (int i = 0; i < 3; i++) {
                Map<FieldKey, String> card = card();
                double difference = Poppler.difference(press.next(card), drawn(design, dpi, card));
                assertThat(difference).as("eighths of a pixel at most").isLessThan(0.25);
            }
        }
    }

    @Test
    void setsTurnedFieldsAndFieldsUnderALayerAsTheOutlinesDo() throws Exception {
        SampleDesigns design =
                new SampleDesigns()
                        .add(Face.FRONT, box(0, 0, 85_600, 53_980), rectangle("#2f9e44"))
                        .add(
                                Face.FRONT,
                                new Box(10_000, 10_000, 40_000, 6_000, 30_000),
                                field(FieldKey.CARDHOLDER_NAME, "X", "plex-sans", 3_000))
                        .add(
                                Face.FRONT,
                                box(5_000, 5_000, 30_000, 12_000),
                                400,
                                rectangle("#0000ff"))
                        .add(
                                Face.FRONT,
                                box(8_000, 14_000, 60_000, 6_000),
                                600,
                                field(FieldKey.PAN, "X", "plex-mono", 4_000))
                        .add(Face.FRONT, box(60_000, 30_000, 20_000, 20_000), rectangle("#ff0000"))
                        .add(
                                Face.FRONT,
                                box(30_000, 12_000, 9_000, 9_000),
                                500,
                                rectangle("#ffff00"));
        CardPrint print = CardPrintTest.print(design, 300);
        CardPress press = print.press();
        for (int i = 0; i < 5; i++) {
            Map<FieldKey, String> card = card();
            card.putIfAbsent(FieldKey.CARDHOLDER_NAME, "ADA");
            assertThat(Poppler.difference(press.next(card), drawn(design, 300, card)))
                    .isLessThan(0.2);
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            press.png(card, png);
            BufferedImage read = ImageIO.read(new ByteArrayInputStream(png.toByteArray()));
            assertThat(Poppler.difference(read, press.next(card))).isZero();
        }
        assertThat(Poppler.difference(press.next(Map.of()), print.fixed())).isZero();
    }

    @Test
    void goesOnAfterACardThatCannotBeSet() throws Exception {
        CardPrint print = CardPrintTest.print(SampleDesigns.rich(), 300);
        CardPress press = print.press();
        Map<FieldKey, String> card = card();
        ByteArrayOutputStream before = new ByteArrayOutputStream();
        press.png(card, before);
        ByteArrayOutputStream refused = new ByteArrayOutputStream();
        assertThatThrownBy(() -> press.png(Map.of(FieldKey.CARDHOLDER_NAME, "LI 明"), refused))
                .isInstanceOf(Refusal.class)
                .hasFieldOrPropertyWithValue("code", "GLYPH_MISSING");
        assertThat(refused.size()).isZero();
        ByteArrayOutputStream after = new ByteArrayOutputStream();
        press.png(card, after);
        assertThat(after.toByteArray()).isEqualTo(before.toByteArray());
    }
}
