package io.cardloom.designer.cardbody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.tenancy.refusal.Refusal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class CardBodyTest {

    private static final CardBodyId ID = CardBodyId.next(Clock.systemUTC());

    @Test
    void offersSixPresetsThatPassTheirOwnRules() {
        List<CardBody> presets = presets();
        assertThat(presets).hasSize(6).extracting(CardBody::name).doesNotHaveDuplicates();
        assertThat(presets)
                .allSatisfy(
                        body -> {
                            assertThat(body.width()).isEqualTo(85_600);
                            assertThat(body.height()).isEqualTo(53_980);
                            assertThat(body.cornerRadius()).isEqualTo(3_180);
                            assertThat(body.zones(Face.BACK)).isNotEmpty();
                            assertThat(body.zones(Face.FRONT)).isNotEmpty();
                        });
        assertThat(presets).extracting(CardBody::finish).contains(Finish.values());
        assertThat(presets).extracting(CardBody::printMethod).contains(PrintMethod.values());
    }

    @Test
    void keepsTheEmbossedNumberOnItsCenterLine() {
        Zone pan =
                presets().stream()
                        .flatMap(b -> b.zones(Face.FRONT).stream())
                        .filter(z -> z.kind() == ZoneKind.PAN_LINE)
                        .findFirst()
                        .orElseThrow();
        assertThat(53_980 - (pan.y() + pan.height() / 2)).isEqualTo(21_420);
    }

    @Test
    void turnsAQuarterAndBackWithoutMovingAnything() {
        CardBody body = presets().getFirst();
        CardBody upright = body.turned(true);
        assertThat(upright.isUpright()).isTrue();
        assertThat(upright.width()).isEqualTo(53_980);
        assertThat(upright.height()).isEqualTo(85_600);
        assertThat(upright.turned(false)).isEqualTo(body);
        assertThat(body.turned(false).turned(true)).isEqualTo(body);
        assertThat(upright.turned(true).turned(true).turned(true)).isEqualTo(body);
    }

    @Test
    void turnsTheBackTheOtherWayRoundThanTheFront() {
        CardBody upright = presets().getFirst().turned(true);
        assertThat(upright.zones(Face.FRONT).getFirst())
                .isEqualTo(
                        new Zone(ZoneKind.CHIP, Face.FRONT, 23_980, 8_500, 12_000, 13_500, true));
        assertThat(upright.zones(Face.BACK).getFirst())
                .isEqualTo(new Zone(ZoneKind.STRIPE, Face.BACK, 3_800, 0, 12_700, 85_600, true));
        CardBody other = presets().getFirst().turned(false);
        assertThat(other.zones(Face.FRONT).getFirst())
                .isEqualTo(
                        new Zone(ZoneKind.CHIP, Face.FRONT, 18_000, 63_600, 12_000, 13_500, true));
        assertThat(other.zones(Face.BACK).getFirst())
                .isEqualTo(new Zone(ZoneKind.STRIPE, Face.BACK, 37_480, 0, 12_700, 85_600, true));
    }

    @Test
    void strikesNoLinesOnAnUprightCard() {
        CardBody embossed =
                presets().stream()
                        .filter(b -> b.name().equals("Classic PVC, embossed"))
                        .findFirst()
                        .orElseThrow();
        refused("CARD_BODY_LINE", () -> embossed.turned(true));
    }

    @Test
    void writesEqualBodiesAsEqualBytes() {
        CardBody body = presets().getFirst().withVersion(3);
        String json = CardBodies.toJson(body);
        assertThat(json)
                .startsWith(
                        "{\"bleed\":1600,\"color\":\"#ffffff\",\"cornerRadius\":3180,\"dpi\":600,")
                .contains("\"version\":3")
                .doesNotContain("stock")
                .doesNotContain(" :");
        assertThat(CardBodies.fromJson(json)).isEqualTo(body.withStock(0));
        assertThat(CardBodies.toJson(CardBodies.fromJson(json))).isEqualTo(json);
    }

    @Test
    void readsBackEveryBodyThatItWrites() {
        Random random = new Random(20261122);
        for (int i = 0; i < 500; i++) {
            CardBody body = random(random);
            assertThat(CardBodies.fromJson(CardBodies.toJson(body)))
                    .as("seed 20261122, body %d", i)
                    .isEqualTo(body.withStock(0));
        }
    }

    private static CardBody random(Random random) {
        int width = 20_000 + random.nextInt(180_000);
        int height = 20_000 + random.nextInt(180_000);
        List<Zone> zones = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            int w = 1 + random.nextInt(width);
            int h = 1 + random.nextInt(height);
            zones.add(
                    new Zone(
                            ZoneKind.values()[random.nextInt(8)],
                            Face.values()[random.nextInt(2)],
                            random.nextInt(width - w + 1),
                            random.nextInt(height - h + 1),
                            w,
                            h,
                            false));
            Zone last = zones.getLast();
            if (last.kind().isLine() && random.nextBoolean()) {
                zones.set(
                        zones.size() - 1,
                        last.made(
                                LineMaking.of(
                                        random.nextBoolean() ? LineMethod.LASER : LineMethod.UV)));
            }
        }
        return new CardBody(
                ID,
                random.nextInt(1000),
                "Körper \"" + random.nextInt() + "\\ €",
                "PVC 🂡",
                "#%06x".formatted(random.nextInt(0x1000000)),
                Finish.values()[random.nextInt(5)],
                width,
                height,
                random.nextInt(Math.min(width, height) / 2),
                random.nextInt(5_001),
                random.nextInt(Math.min(width, height) / 4),
                zones,
                PrintMethod.values()[random.nextInt(5)],
                150 + random.nextInt(2_251),
                random.nextInt(1_000));
    }

    @Test
    void writesABodyOfTheFirstSchemaAsEver() {
        CardBody flat = presets().getFirst().withVersion(1);
        String first = CardBodies.toJson(flat);
        assertThat(first).doesNotContain("schema").doesNotContain("\"line\"");
        assertThat(CardBodies.fromJson(first).zones())
                .allSatisfy(zone -> assertThat(zone.line()).isEqualTo(LineMaking.FLAT));
        assertThat(CardBodies.toJson(CardBodies.fromJson(first))).isEqualTo(first);
    }

    @Test
    void saysOfEachLineHowItIsMade() {
        CardBody embossed = presets().get(1).withVersion(1);
        String json = CardBodies.toJson(embossed);
        assertThat(json)
                .contains("\"schema\":2")
                .contains(
                        "\"line\":{\"letterHeight\":4000,\"method\":\"embossed\",\"pitch\":3630,\"rows\":1}");
        assertThat(CardBodies.fromJson(json)).isEqualTo(embossed.withStock(0));
        assertThatThrownBy(() -> CardBodies.fromJson(json.replace("\"schema\":2", "\"schema\":3")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesLinesThatNoWheelCanStrike() {
        refused("CARD_BODY_LINE", () -> new LineMaking(LineMethod.EMBOSSED, 999, 4_000, 1));
        refused("CARD_BODY_LINE", () -> new LineMaking(LineMethod.INDENTED, 2_540, 0, 1));
        refused("CARD_BODY_LINE", () -> new LineMaking(LineMethod.EMBOSSED, 2_540, 2_000, 7));
        refused("CARD_BODY_LINE", () -> new LineMaking(LineMethod.LASER, 2_540, 0, 1));
        refused(
                "CARD_BODY_LINE",
                () -> zoned(zone(0, 0, 9_000, 9_000).made(LineMaking.EMBOSSED_NAMES)));
        refused(
                "CARD_BODY_LINE",
                () ->
                        zoned(
                                new Zone(ZoneKind.NAME_LINE, Face.FRONT, 0, 0, 9_000, 9_000, false)
                                        .made(LineMaking.EMBOSSED_NAMES)));
    }

    @Test
    void refusesJsonThatIsSomethingElse() {
        for (String json : List.of("", "[]", "{\"zones\":[]}", "{", "null")) {
            assertThatThrownBy(() -> CardBodies.fromJson(json))
                    .as(json)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void refusesNamesThatAreEmptyLongOrUnprintable() {
        refused("CARD_BODY_NAME", () -> body(" ", "PVC", "#ffffff"));
        refused("CARD_BODY_NAME", () -> body("x".repeat(81), "PVC", "#ffffff"));
        refused("CARD_BODY_NAME", () -> body("a\u202Eb", "PVC", "#ffffff"));
        refused("CARD_BODY_NAME", () -> body("a\u0000b", "PVC", "#ffffff"));
        refused("CARD_BODY_MATERIAL", () -> body("Card", "\n", "#ffffff"));
    }

    @Test
    void refusesColorsThatAreNotSixHexadecimalDigits() {
        for (String color : List.of("white", "#fff", "#ffffff00", "ffffff", "#gggggg", "")) {
            refused("CARD_BODY_COLOR", () -> body("Card", "PVC", color));
        }
    }

    @Test
    void refusesMeasuresOutOfBounds() {
        refused("CARD_BODY_SIZE", () -> measured(19_999, 53_980, 0, 0, 0, 600));
        refused("CARD_BODY_SIZE", () -> measured(85_600, -53_980, 0, 0, 0, 600));
        refused("CARD_BODY_SIZE", () -> measured(200_001, 53_980, 0, 0, 0, 600));
        refused("CARD_BODY_CORNER", () -> measured(85_600, 53_980, -1, 0, 0, 600));
        refused("CARD_BODY_CORNER", () -> measured(85_600, 53_980, 26_991, 0, 0, 600));
        refused("CARD_BODY_BLEED", () -> measured(85_600, 53_980, 0, -1, 0, 600));
        refused("CARD_BODY_BLEED", () -> measured(85_600, 53_980, 0, 5_001, 0, 600));
        refused("CARD_BODY_SAFE_MARGIN", () -> measured(85_600, 53_980, 0, 0, -1, 600));
        refused("CARD_BODY_SAFE_MARGIN", () -> measured(85_600, 53_980, 0, 0, 13_496, 600));
        refused("CARD_BODY_RESOLUTION", () -> measured(85_600, 53_980, 0, 0, 0, 149));
        refused("CARD_BODY_RESOLUTION", () -> measured(85_600, 53_980, 0, 0, 0, 2_401));
        refused("CARD_BODY_STOCK", () -> presets().getFirst().withStock(-1));
        refused("CARD_BODY_STOCK", () -> presets().getFirst().withStock(100_000_001));
    }

    @Test
    void refusesZonesThatLeaveTheCard() {
        refused("CARD_BODY_ZONE_OUTSIDE", () -> zoned(zone(-1, 0, 10, 10)));
        refused("CARD_BODY_ZONE_OUTSIDE", () -> zoned(zone(0, -1, 10, 10)));
        refused("CARD_BODY_ZONE_OUTSIDE", () -> zoned(zone(85_591, 0, 10, 10)));
        refused("CARD_BODY_ZONE_OUTSIDE", () -> zoned(zone(0, 53_971, 10, 10)));
        refused("CARD_BODY_ZONE_OUTSIDE", () -> zoned(zone(1, 1, Integer.MAX_VALUE, 10)));
        assertThat(zoned(zone(85_590, 53_970, 10, 10)).zones()).hasSize(1);
    }

    @Test
    void refusesZonesWithoutExtent() {
        refused("CARD_BODY_ZONE_SIZE", () -> zoned(zone(0, 0, 0, 10)));
        refused("CARD_BODY_ZONE_SIZE", () -> zoned(zone(0, 0, 10, -10)));
    }

    @Test
    void refusesZonesThatMustStayClearAndOverlap() {
        refused(
                "CARD_BODY_ZONES_OVERLAP",
                () -> zoned(zone(0, 0, 1_000, 1_000), zone(999, 999, 1_000, 1_000)));
        assertThat(zoned(zone(0, 0, 1_000, 1_000), zone(1_000, 0, 1_000, 1_000)).zones())
                .hasSize(2);
    }

    @Test
    void refusesMoreZonesThanACardHasPlaceFor() {
        Zone print = new Zone(ZoneKind.NAME_LINE, Face.BACK, 0, 0, 10, 10, false);
        refused(
                "CARD_BODY_TOO_MANY_ZONES",
                () -> zoned(Collections.nCopies(41, print).toArray(Zone[]::new)));
    }

    private static void refused(String code, ThrowingCallable wish) {
        assertThatThrownBy(wish)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> {
                            assertThat(refusal.code()).isEqualTo(code);
                            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INVALID);
                            assertThat(refusal.sentence()).endsWith(".");
                        });
    }

    private static List<CardBody> presets() {
        return CardBodyPresets.all(() -> CardBodyId.next(Clock.systemUTC()));
    }

    private static Zone zone(int x, int y, int width, int height) {
        return new Zone(ZoneKind.CHIP, Face.FRONT, x, y, width, height, true);
    }

    private static CardBody body(String name, String material, String color) {
        return made(name, material, color, new int[] {85_600, 53_980, 0, 0, 0, 600});
    }

    private static CardBody measured(int... measures) {
        return made("Card", "PVC", "#ffffff", measures);
    }

    private static CardBody zoned(Zone... zones) {
        return made("Card", "PVC", "#ffffff", new int[] {85_600, 53_980, 0, 0, 0, 600}, zones);
    }

    private static CardBody made(
            String name, String material, String color, int[] measures, Zone... zones) {
        return new CardBody(
                ID,
                0,
                name,
                material,
                color,
                Finish.MATTE,
                measures[0],
                measures[1],
                measures[2],
                measures[3],
                measures[4],
                List.of(zones),
                PrintMethod.RETRANSFER,
                measures[5],
                0);
    }
}
