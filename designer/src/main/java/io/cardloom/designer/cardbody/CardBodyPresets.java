package io.cardloom.designer.cardbody;

import static io.cardloom.designer.cardbody.Face.BACK;
import static io.cardloom.designer.cardbody.Face.FRONT;

import java.util.List;
import java.util.function.Supplier;

/**
 * Card bodies as the trade makes them. Measures that standards or published templates give: ID-1
 * outline, the chip's keep-clear rectangle (8.5 to 22 mm from the left, 18 to 30 mm from the top),
 * stripes (12.7 mm high at 3.8 mm, 11.5 mm at 5.5 mm, two tracks 6.35 mm at 5.54 mm), the embossed
 * number's center line (21.42 mm above the bottom) and the embossed name area (66.04 by 14.53 mm).
 * The places of marks, hologram, signature panel and flat name lines, and the heights of embossed
 * letters, are ours; issuers change them.
 */
final class CardBodyPresets {

    private static final Zone CHIP =
            new Zone(ZoneKind.CHIP, FRONT, 8_500, 18_000, 13_500, 12_000, true);
    private static final Zone CONTACTLESS =
            new Zone(ZoneKind.CONTACTLESS_MARK, FRONT, 24_000, 20_000, 8_000, 8_000, false);
    private static final Zone NETWORK_LOW =
            new Zone(ZoneKind.NETWORK_MARK, FRONT, 64_600, 38_980, 18_000, 12_000, true);
    private static final Zone NETWORK_HIGH =
            new Zone(ZoneKind.NETWORK_MARK, FRONT, 64_600, 3_000, 18_000, 12_000, true);
    private static final Zone STRIPE =
            new Zone(ZoneKind.STRIPE, BACK, 0, 3_800, 85_600, 12_700, true);
    private static final Zone STRIPE_ROLLED =
            new Zone(ZoneKind.STRIPE, BACK, 0, 5_500, 85_600, 11_500, true);
    private static final Zone STRIPE_TWO_TRACKS =
            new Zone(ZoneKind.STRIPE, BACK, 2_920, 5_540, 79_760, 6_350, true);
    private static final Zone SIGNATURE =
            new Zone(ZoneKind.SIGNATURE, BACK, 5_000, 20_000, 58_000, 9_000, true);
    private static final Zone HOLOGRAM =
            new Zone(ZoneKind.HOLOGRAM, BACK, 66_000, 20_000, 15_000, 12_000, true);
    private static final Zone PAN_FLAT =
            new Zone(ZoneKind.PAN_LINE, BACK, 5_000, 33_000, 55_000, 5_000, false);
    private static final Zone NAME_FLAT =
            new Zone(ZoneKind.NAME_LINE, BACK, 5_000, 40_000, 55_000, 9_000, false);
    private static final Zone PAN_EMBOSSED =
            new Zone(ZoneKind.PAN_LINE, FRONT, 8_300, 30_060, 69_000, 5_000, false)
                    .made(LineMaking.EMBOSSED_NUMBER);
    private static final Zone NAME_EMBOSSED =
            new Zone(ZoneKind.NAME_LINE, FRONT, 7_650, 37_040, 66_040, 14_530, false)
                    .made(LineMaking.EMBOSSED_NAMES);
    private static final Zone CODE_FLAT =
            new Zone(ZoneKind.CODE_LINE, BACK, 66_000, 34_000, 15_000, 4_000, false);
    private static final Zone NAME_FRONT =
            new Zone(ZoneKind.NAME_LINE, FRONT, 7_650, 44_000, 54_000, 6_000, false);

    private CardBodyPresets() {}

    static List<CardBody> all(Supplier<CardBodyId> ids) {
        return List.of(
                dualInterface(ids.get()),
                embossed(ids.get()),
                recycled(ids.get()),
                metal(ids.get()),
                frosted(ids.get()),
                membership(ids.get()));
    }

    static Zone usual(ZoneKind kind) {
        return switch (kind) {
            case CHIP -> CHIP;
            case STRIPE -> STRIPE;
            case SIGNATURE -> SIGNATURE;
            case HOLOGRAM -> HOLOGRAM;
            case CONTACTLESS_MARK -> CONTACTLESS;
            case NETWORK_MARK -> NETWORK_LOW;
            case PAN_LINE -> PAN_FLAT;
            case NAME_LINE -> NAME_FLAT;
            case CODE_LINE -> CODE_FLAT;
        };
    }

    private static CardBody dualInterface(CardBodyId id) {
        return idOne(id, "White PVC, dual interface", "PVC", "#ffffff", Finish.GLOSS)
                .print(PrintMethod.RETRANSFER, 600, 1_600, 3_000)
                .stock(2_000)
                .zones(
                        CHIP,
                        CONTACTLESS,
                        NETWORK_LOW,
                        STRIPE,
                        SIGNATURE,
                        HOLOGRAM,
                        PAN_FLAT,
                        NAME_FLAT);
    }

    private static CardBody embossed(CardBodyId id) {
        return idOne(id, "Classic PVC, embossed", "PVC", "#f7f5ef", Finish.SATIN)
                .print(PrintMethod.OFFSET, 600, 3_000, 3_000)
                .stock(1_500)
                .zones(
                        CHIP,
                        NETWORK_HIGH,
                        PAN_EMBOSSED,
                        NAME_EMBOSSED,
                        STRIPE_ROLLED,
                        SIGNATURE,
                        HOLOGRAM);
    }

    private static CardBody recycled(CardBodyId id) {
        return idOne(id, "Recycled PVC, matte", "rPVC", "#ece7db", Finish.MATTE)
                .print(PrintMethod.RETRANSFER, 600, 1_600, 3_000)
                .stock(800)
                .zones(CHIP, CONTACTLESS, NETWORK_LOW, NAME_FRONT, STRIPE, SIGNATURE, PAN_FLAT);
    }

    private static CardBody metal(CardBodyId id) {
        return idOne(id, "Brushed steel, engraved", "Steel and PVC", "#8d9196", Finish.METALLIC)
                .print(PrintMethod.LASER_ENGRAVING, 1_200, 0, 3_000)
                .stock(250)
                .zones(
                        CHIP,
                        CONTACTLESS,
                        NETWORK_LOW,
                        STRIPE_ROLLED,
                        SIGNATURE,
                        PAN_FLAT.made(LineMaking.of(LineMethod.LASER)),
                        NAME_FLAT.made(LineMaking.of(LineMethod.LASER)));
    }

    private static CardBody frosted(CardBodyId id) {
        return idOne(id, "Frosted PETG, translucent", "PETG", "#dfe9ec", Finish.FROSTED)
                .print(PrintMethod.UV_INKJET, 600, 1_500, 3_500)
                .stock(400)
                .zones(CHIP, CONTACTLESS, NETWORK_HIGH, NAME_FRONT, STRIPE, PAN_FLAT);
    }

    private static CardBody membership(CardBodyId id) {
        return idOne(id, "White PVC, two-track stripe", "PVC", "#ffffff", Finish.GLOSS)
                .print(PrintMethod.DIRECT_TO_CARD, 300, 1_000, 3_000)
                .stock(5_000)
                .zones(NAME_FRONT, STRIPE_TWO_TRACKS, SIGNATURE);
    }

    private static Draft idOne(
            CardBodyId id, String name, String material, String color, Finish finish) {
        return new Draft(
                id, name, material, color, finish, PrintMethod.DIRECT_TO_CARD, 300, 0, 3_000, 0);
    }

    /** An ID-1 body in the making. */
    private record Draft(
            CardBodyId id,
            String name,
            String material,
            String color,
            Finish finish,
            PrintMethod method,
            int dpi,
            int bleed,
            int safeMargin,
            long stock) {

        Draft print(PrintMethod how, int resolution, int over, int inside) {
            return new Draft(
                    id, name, material, color, finish, how, resolution, over, inside, stock);
        }

        Draft stock(long blanks) {
            return new Draft(
                    id, name, material, color, finish, method, dpi, bleed, safeMargin, blanks);
        }

        CardBody zones(Zone... zones) {
            return new CardBody(
                    id,
                    0,
                    name,
                    material,
                    color,
                    finish,
                    CardBody.ID1_WIDTH,
                    CardBody.ID1_HEIGHT,
                    CardBody.ID1_CORNER_RADIUS,
                    bleed,
                    safeMargin,
                    List.of(zones),
                    method,
                    dpi,
                    stock);
        }
    }
}
