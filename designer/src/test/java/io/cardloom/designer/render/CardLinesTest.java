package io.cardloom.designer.render;

import static io.cardloom.designer.render.SampleDesigns.box;
import static io.cardloom.designer.render.SampleDesigns.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.designer.cardbody.CardBody;
import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.cardbody.LineMaking;
import io.cardloom.designer.cardbody.LineMethod;
import io.cardloom.designer.cardbody.Zone;
import io.cardloom.designer.cardbody.ZoneKind;
import io.cardloom.designer.design.Box;
import io.cardloom.designer.field.CardValues;
import io.cardloom.designer.field.FieldKey;
import io.cardloom.designer.ink.Planner;
import io.cardloom.tenancy.refusal.Refusal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CardLinesTest {

    private static final Planner PLANNER = new Planner(new Fonts());
    private static final String NUMBER = "9999 0000 0000 0000";

    private final SampleDesigns design =
            new SampleDesigns()
                    .add(
                            Face.FRONT,
                            box(8_300, 30_060, 69_000, 5_000),
                            field(FieldKey.PAN, NUMBER, "plex-mono", 4_000))
                    .add(
                            Face.FRONT,
                            box(7_650, 45_000, 66_040, 3_600),
                            field(FieldKey.CARDHOLDER_NAME, "ADA LEE", "plex-sans", 3_000))
                    .add(
                            Face.FRONT,
                            box(7_650, 22_000, 40_000, 3_600),
                            field(FieldKey.SECOND_LINE, "Gold", "plex-sans", 3_000))
                    .add(
                            Face.BACK,
                            box(5_000, 33_000, 40_000, 4_000),
                            field(FieldKey.EXPIRY, "12/30", "plex-mono", 3_000));

    @Test
    void makesEachLineAsItsZoneSays() {
        List<CardLines.Line> lines = lines().set(values("ADA LEE", "Gold"));
        assertThat(lines)
                .extracting(CardLines.Line::method)
                .containsExactly(
                        LineMethod.EMBOSSED,
                        LineMethod.EMBOSSED,
                        LineMethod.FLAT,
                        LineMethod.LASER);
        CardLines.Line number = lines.getFirst();
        // ISO/IEC 7811-1: the middle of the number 21.42 mm above the lower edge.
        assertThat(53_980 - number.y()).isEqualTo(21_420);
        assertThat(number.x()).isEqualTo(8_300);
        assertThat(number.pitch()).isEqualTo(3_630);
        assertThat(number.text()).isEqualTo(NUMBER);
        CardLines.Line name = lines.get(1);
        // The third of four rows.
        assertThat(name.y()).isEqualTo(37_040 + (int) Math.round(2.5 * 14_530 / 4));
        assertThat(name.font()).isEmpty();
        CardLines.Line engraved = lines.get(3);
        assertThat(engraved.face()).isEqualTo(Face.BACK);
        assertThat(engraved.font()).isEqualTo("plex-mono 700");
        assertThat(engraved.height()).isEqualTo(3_000);
        assertThat(lines().isFlat()).isFalse();
    }

    @Test
    void neverChangesANameButSaysWhyItCannotBeStruck() {
        assertThat(lines().faults(values("Ada Lee", "Gold")))
                .singleElement()
                .satisfies(
                        fault -> {
                            assertThat(fault.field()).isEqualTo(FieldKey.CARDHOLDER_NAME);
                            assertThat(fault.reason().code()).isEqualTo("EMBOSS_CHARACTERS");
                            assertThat(fault.reason().sentence()).doesNotContain("Ada");
                        });
        refused("EMBOSS_CHARACTERS", "JÜRGEN");
        refused("LINE_TOO_LONG", "A".repeat(27));
        assertThat(lines().set(values("A".repeat(26), ""))).hasSize(3);
    }

    @Test
    void indentsDigitsOnly() {
        CardBody indented = body(new LineMaking(LineMethod.INDENTED, 2_540, 2_800, 1));
        CardLines lines = CardLines.of(design.document(), indented, PLANNER);
        assertThat(lines.set(values("ADA LEE", "")).getLast().method())
                .isEqualTo(LineMethod.INDENTED);
        CardValues spelled = new CardValues(Map.of(FieldKey.EXPIRY, "DEC/30"), Map.of());
        assertThatThrownBy(() -> lines.set(spelled))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("INDENT_CHARACTERS"));
    }

    @Test
    void strikesUprightLinesOnly() {
        SampleDesigns turned =
                new SampleDesigns()
                        .add(
                                Face.FRONT,
                                new Box(8_300, 30_060, 69_000, 5_000, 180_000),
                                field(FieldKey.PAN, NUMBER, "plex-mono", 4_000));
        CardLines lines = CardLines.of(turned.document(), body(), PLANNER);
        assertThatThrownBy(() -> lines.set(values("ADA LEE", "")))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("LINE_TURNED"));
    }

    @Test
    void leavesOutOfThePictureWhatIsMadeInAnotherWay() {
        assertThat(CardLines.printed(design.document(), body()).layers().values())
                .extracting(layer -> layer.content())
                .singleElement()
                .isInstanceOfSatisfying(
                        io.cardloom.designer.design.FieldContent.class,
                        field -> assertThat(field.key()).isEqualTo(FieldKey.SECOND_LINE));
    }

    private void refused(String code, String name) {
        assertThatThrownBy(() -> lines().set(values(name, "")))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static CardValues values(String name, String second) {
        return new CardValues(
                Map.of(
                        FieldKey.PAN, NUMBER,
                        FieldKey.CARDHOLDER_NAME, name,
                        FieldKey.SECOND_LINE, second,
                        FieldKey.EXPIRY, "12/30"),
                Map.of());
    }

    private CardLines lines() {
        return CardLines.of(design.document(), body(), PLANNER);
    }

    private static CardBody body() {
        return body(LineMaking.of(LineMethod.LASER));
    }

    private static CardBody body(LineMaking back) {
        CardBody from = SampleDesigns.body();
        return new CardBody(
                from.id(),
                from.version(),
                from.name(),
                from.material(),
                from.color(),
                from.finish(),
                from.width(),
                from.height(),
                from.cornerRadius(),
                from.bleed(),
                from.safeMargin(),
                List.of(
                        new Zone(ZoneKind.PAN_LINE, Face.FRONT, 8_300, 30_060, 69_000, 5_000, false)
                                .made(LineMaking.EMBOSSED_NUMBER),
                        new Zone(
                                        ZoneKind.NAME_LINE,
                                        Face.FRONT,
                                        7_650,
                                        37_040,
                                        66_040,
                                        14_530,
                                        false)
                                .made(LineMaking.EMBOSSED_NAMES),
                        new Zone(ZoneKind.PAN_LINE, Face.BACK, 5_000, 33_000, 55_000, 5_000, false)
                                .made(back)),
                from.printMethod(),
                from.dpi(),
                from.stock());
    }
}
