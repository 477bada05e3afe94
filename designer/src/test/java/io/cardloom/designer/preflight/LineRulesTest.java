package io.cardloom.designer.preflight;

import static io.cardloom.designer.render.SampleDesigns.box;
import static io.cardloom.designer.render.SampleDesigns.field;
import static org.assertj.core.api.Assertions.assertThat;

import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.cardbody.LineMaking;
import io.cardloom.designer.cardbody.LineMethod;
import io.cardloom.designer.cardbody.Zone;
import io.cardloom.designer.cardbody.ZoneKind;
import io.cardloom.designer.design.Box;
import io.cardloom.designer.design.FieldContent;
import io.cardloom.designer.field.FieldKey;
import org.junit.jupiter.api.Test;

/** Rules about lines that are not printed with the picture. */
class LineRulesTest {

    private static final Zone NAMES =
            new Zone(ZoneKind.NAME_LINE, Face.FRONT, 7_650, 37_040, 66_040, 14_530, false);
    private static final Zone NUMBER =
            new Zone(ZoneKind.PAN_LINE, Face.FRONT, 8_300, 30_060, 69_000, 5_000, false)
                    .made(LineMaking.EMBOSSED_NUMBER);

    private static final Zone CODE =
            new Zone(ZoneKind.CODE_LINE, Face.BACK, 66_000, 34_000, 15_000, 4_000, false)
                    .made(LineMaking.INDENTED_CODE);

    private final Judging judging = new Judging();

    @Test
    void cl45PassesLinesThatWheelsCanStrike() {
        judging.with(NAMES.made(LineMaking.EMBOSSED_NAMES))
                .with(NUMBER)
                .add(Face.FRONT, box(7_650, 40_700, 66_040, 3_600), names("ADA LEE"))
                .add(
                        Face.FRONT,
                        box(8_300, 30_060, 69_000, 5_000),
                        field(FieldKey.PAN, "0000 0012 3456 7890", "plex-mono", 4_000));
        judging.isSilent("CL-45");
        judging.isSilent("CL-46");
        // In the letters of the design the longest name would not fit; wheels strike others.
        judging.isSilent("CL-11");
    }

    @Test
    void cl45FailsASampleThatNoWheelHas() {
        judging.with(NAMES.made(LineMaking.EMBOSSED_NAMES))
                .add(Face.FRONT, box(7_650, 40_700, 66_040, 3_600), names("Ada Lee"));
        assertThat(judging.fails("CL-45", Severity.ERROR).remedy()).contains("A to Z, digits");
    }

    @Test
    void cl45FailsADateOnTheNumberLine() {
        judging.with(NUMBER)
                .add(
                        Face.FRONT,
                        box(8_300, 30_060, 30_000, 5_000),
                        field(FieldKey.EXPIRY, "12/30", "plex-mono", 3_000));
        assertThat(judging.fails("CL-45", Severity.ERROR).remedy()).contains("digits and blanks");
    }

    @Test
    void cl45WarnsOfTooLittleRoomForTheLongestName() {
        judging.with(NAMES.made(LineMaking.EMBOSSED_NAMES))
                .add(Face.FRONT, box(7_650, 40_700, 50_000, 3_600), names("ADA LEE"));
        assertThat(judging.fails("CL-45", Severity.WARNING).message())
                .contains("room for 19 letters, where 26 may come");
    }

    @Test
    void cl45FailsATurnedLine() {
        judging.with(NAMES.made(new LineMaking(LineMethod.INDENTED, 2_540, 2_500, 2)))
                .add(
                        Face.FRONT,
                        new Box(20_000, 41_000, 20_000, 3_600, 1_000),
                        field(FieldKey.CUSTOM, "12", "plex-mono", 3_000));
        assertThat(judging.fails("CL-45", Severity.ERROR).message()).contains("turned");
    }

    @Test
    void cl45FailsASecurityCodeWithoutRoomForItsThreeDigits() {
        judging.with(CODE)
                .add(
                        Face.BACK,
                        box(66_000, 34_000, 6_000, 4_000),
                        field(FieldKey.SECURITY_CODE, "000", "plex-mono", 2_600));
        assertThat(judging.fails("CL-45", Severity.ERROR).message()).contains("room for 2");
    }

    @Test
    void cl47PassesASecurityCodeOnTheOtherSideThanTheNumber() {
        judging.add(Face.FRONT, box(8_300, 30_060, 69_000, 5_000), number())
                .with(CODE)
                .add(Face.BACK, box(66_000, 34_000, 15_000, 4_000), code());
        judging.isSilent("CL-47");
        judging.isSilent("CL-45");
    }

    @Test
    void cl47WarnsOfASecurityCodeBesideTheNumber() {
        judging.add(Face.BACK, box(5_000, 33_000, 55_000, 5_000), number())
                .add(Face.BACK, box(66_000, 34_000, 15_000, 4_000), code());
        assertThat(judging.fails("CL-47", Severity.WARNING).remedy()).contains("other side");
    }

    private static FieldContent number() {
        return field(FieldKey.PAN, "0000 0012 3456 7890", "plex-mono", 3_000);
    }

    private static FieldContent code() {
        return field(FieldKey.SECURITY_CODE, "000", "plex-mono", 2_600);
    }

    @Test
    void cl46PassesAFieldWithinItsLines() {
        judging.with(NAMES.made(LineMaking.of(LineMethod.LASER)))
                .add(Face.FRONT, box(7_650, 37_500, 66_040, 4_000), names("Ada Lee"));
        judging.isSilent("CL-46");
        judging.isSilent("CL-45");
    }

    @Test
    void cl46FailsAFieldThatIsHalfPrintedAndHalfEngraved() {
        judging.with(NAMES.made(LineMaking.of(LineMethod.LASER)))
                .add(Face.FRONT, box(9_000, 32_000, 40_000, 7_000), names("Ada Lee"));
        assertThat(judging.fails("CL-46", Severity.ERROR).remedy())
                .contains("printed with the picture");
    }

    private static io.cardloom.designer.design.Content names(String sample) {
        return field(FieldKey.CARDHOLDER_NAME, sample, "plex-sans", 3_000);
    }
}
