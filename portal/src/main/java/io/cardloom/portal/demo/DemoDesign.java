package io.cardloom.portal.demo;

import io.cardloom.designer.asset.AssetDigest;
import io.cardloom.designer.cardbody.CardBody;
import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.design.Align;
import io.cardloom.designer.design.Box;
import io.cardloom.designer.design.Content;
import io.cardloom.designer.design.EditCommand;
import io.cardloom.designer.design.FieldContent;
import io.cardloom.designer.design.ImageContent;
import io.cardloom.designer.design.Layer;
import io.cardloom.designer.design.LayerId;
import io.cardloom.designer.design.ShapeContent;
import io.cardloom.designer.design.TextContent;
import io.cardloom.designer.field.FieldKey;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * The colors, words and drawing of one demo design.
 *
 * @param ground color of the whole face
 * @param wash color of the large forms on it
 * @param ink color of words and fields
 * @param mark the partner's logo, SVG with a view box of 240 by 120
 */
record DemoDesign(String name, String line, String ground, String wash, String ink, String mark) {

    static final DemoDesign FJELL =
            new DemoDesign(
                    "Fjellsport Summit",
                    "Fjellsport",
                    "#12343b",
                    "#1d5560",
                    "#f4f1e8",
                    svg(
                            "<path fill='#f4f1e8' d='M10 110 78 22l34 46 22-28 96 70z'/>"
                                    + "<path fill='#e0a458' d='M78 22 58 48l20 10 18-8z'/>"));

    static final DemoDesign KINO =
            new DemoDesign(
                    "Kino Aurora Premiere",
                    "Kino Aurora",
                    "#2a1a3e",
                    "#51306f",
                    "#fbf3ff",
                    svg(
                            "<circle cx='70' cy='60' r='46' fill='#fbf3ff'/><path fill='#f2b134'"
                                    + " d='M116 36h110v12H122zM126 56h84v12h-84zM118"
                                    + " 76h60v12h-54z'/>"));

    static final DemoDesign OLIVO =
            new DemoDesign(
                    "Olivo Famiglia",
                    "Olivo & Figli",
                    "#38421f",
                    "#56642f",
                    "#fdf8e6",
                    svg(
                            "<path fill='#fdf8e6' d='M20 96C60 30 130 10 222 20 208 86 120 116 20"
                                    + " 96z'/><circle cx='118' cy='60' r='20' fill='#a8b545'/>"));

    /** Everything on the front, lowest first, laid out for this card body. */
    List<EditCommand> commands(CardBody body, AssetDigest logo, Clock clock) {
        int bleed = body.bleed();
        int width = body.width();
        int height = body.height();
        int safe = body.safeMargin() + 1_000;
        Box whole = new Box(-bleed, -bleed, width + 2 * bleed, height + 2 * bleed, 0);
        List<EditCommand> all = new ArrayList<>();
        add(all, clock, "Ground", whole, new ShapeContent(ShapeContent.Kind.RECTANGLE, ground));
        add(
                all,
                clock,
                "Wash",
                new Box(width / 3, -height / 2, width, height * 7 / 4, 0),
                new ShapeContent(ShapeContent.Kind.ELLIPSE, wash));
        add(
                all,
                clock,
                "Logo",
                new Box(safe, safe - 500, 18_000, 9_000, 0),
                new ImageContent(logo));
        add(
                all,
                clock,
                "Program",
                new Box(width / 2 - 4_000, safe, width / 2 - safe + 4_000, 6_500, 0),
                new TextContent(line, FONT, 700, 5_200, ink, Align.RIGHT));
        field(
                all,
                clock,
                FieldKey.PAN,
                "Card number",
                "0000 0000 0000 0000",
                32_000,
                56_000,
                5_000);
        field(all, clock, FieldKey.EXPIRY, "Valid thru", "12/30", 39_500, 20_000, 3_400);
        field(
                all,
                clock,
                FieldKey.CARDHOLDER_NAME,
                "Cardholder name",
                "ALEX SAMPLE",
                44_500,
                54_000,
                3_600);
        return all;
    }

    byte[] logo() {
        return mark.getBytes(StandardCharsets.UTF_8);
    }

    private static final String FONT = "plex-sans";

    private void field(
            List<EditCommand> all,
            Clock clock,
            FieldKey key,
            String label,
            String sample,
            int y,
            int width,
            int size) {
        add(
                all,
                clock,
                label,
                new Box(8_500, y, width, size * 4 / 3, 0),
                new FieldContent(key, label, sample, FONT, 400, size, ink, Align.LEFT));
    }

    private static void add(
            List<EditCommand> all, Clock clock, String name, Box box, Content content) {
        String order = String.valueOf((char) ('a' + all.size()));
        all.add(
                new EditCommand.AddLayer(
                        LayerId.next(clock), Layer.of(Face.FRONT, order, name, box, content)));
    }

    private static String svg(String drawing) {
        return "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 240 120' width='240'"
                + " height='120'>"
                + drawing
                + "</svg>";
    }
}
