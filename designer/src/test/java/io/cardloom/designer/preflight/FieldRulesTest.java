package io.cardloom.designer.preflight;

import static io.cardloom.designer.preflight.Judging.name;
import static io.cardloom.designer.render.SampleDesigns.box;
import static io.cardloom.designer.render.SampleDesigns.field;
import static org.assertj.core.api.Assertions.assertThat;

import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.cardbody.ZoneKind;
import io.cardloom.designer.design.Edited;
import io.cardloom.designer.field.FieldKey;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Rules about fields. */
class FieldRulesTest {

    private final Judging judging = new Judging();

    @Test
    void cl11PassesABoxThatHoldsTheLongestName() {
        judging.add(Face.FRONT, box(6_000, 45_000, 60_000, 5_000), name("plex-sans", 3_000));
        judging.passes("CL-11");
    }

    @Test
    void cl11WarnsWhenTheLongestNameBecomesTooSmall() {
        judging.add(Face.FRONT, box(6_000, 45_000, 28_000, 5_000), name("plex-sans", 2_500));
        judging.mends("CL-11", Severity.WARNING, "Make its box wider");
    }

    @Test
    void cl11FailsABoxThatCannotHoldTheLongestName() {
        judging.add(Face.FRONT, box(6_000, 45_000, 24_000, 5_000), name("plex-sans", 4_000));
        assertThat(judging.fails("CL-11", Severity.ERROR).message()).contains("26 characters");
    }

    @Test
    void cl23PassesABodyWithoutLines() {
        judging.passes("CL-23");
    }

    @Test
    void cl23WarnsOfALineThatNoFieldStandsIn() {
        judging.with(ZoneKind.PAN_LINE, Face.FRONT, 5_000, 33_000, 50_000, 5_000);
        Finding finding = judging.mends("CL-23", Severity.WARNING, "Add card number");
        assertThat(finding.message()).contains("card number");
        judging.add(
                Face.BACK,
                box(6_000, 33_000, 60_000, 5_000),
                field(FieldKey.PAN, "0000 0012 3456 7890", "plex-mono", 3_000));
        assertThat(judging.fails("CL-23", Severity.WARNING).message()).contains("expiry date");
    }

    @Test
    void cl23AddsFieldsThatBreakNoRule() {
        judging.with(ZoneKind.PAN_LINE, Face.FRONT, 5_000, 33_000, 55_000, 5_000)
                .with(ZoneKind.NAME_LINE, Face.FRONT, 5_000, 43_000, 55_000, 7_000);
        var document = judging.design().document();
        for (Finding finding : judging.judge()) {
            if (finding.rule().equals("CL-23")) {
                document = Edited.by(document, Objects.requireNonNull(finding.fix()).command());
            }
        }
        assertThat(document.layers()).hasSize(3);
        assertThat(judging.judge(document)).filteredOn(f -> !f.rule().equals("CL-15")).isEmpty();
    }

    @Test
    void cl23WarnsOfAMissingSecurityCodeAndPutsItIntoItsLine() {
        judging.with(ZoneKind.CODE_LINE, Face.BACK, 66_000, 34_000, 15_000, 4_000)
                .add(Face.BACK, box(5_000, 44_000, 50_000, 5_000), name("plex-sans", 3_000));
        judging.mends("CL-23", Severity.WARNING, "Add security code");
        judging.isSilent("CL-31");
    }

    @Test
    void cl24PassesABoxBesideTheContacts() {
        judging.add(Face.FRONT, box(24_000, 20_000, 30_000, 5_000), name("plex-sans", 3_000));
        judging.passes("CL-24");
    }

    @Test
    void cl24FailsABoxUnderTheContactsThoughItsSampleIsBeside() {
        judging.add(
                Face.FRONT,
                box(4_000, 20_000, 16_000, 5_000),
                field(FieldKey.CUSTOM, "A", "plex-sans", 3_000));
        judging.mends("CL-24", Severity.ERROR, "Move it away from the chip");
        judging.passes("CL-04");
    }

    @Test
    void cl25PassesFieldsBelowEachOther() {
        judging.add(Face.FRONT, box(6_000, 34_000, 50_000, 5_000), name("plex-sans", 3_000))
                .add(Face.FRONT, box(6_000, 40_000, 50_000, 5_000), name("plex-mono", 3_000));
        judging.passes("CL-25");
    }

    @Test
    void cl25WarnsOfFieldsOverEachOther() {
        judging.add(Face.FRONT, box(6_000, 34_000, 50_000, 5_000), name("plex-sans", 3_000))
                .add(Face.FRONT, box(30_000, 36_000, 30_000, 5_000), name("plex-mono", 3_000));
        judging.mends("CL-25", Severity.WARNING, "Move it beside");
    }

    @Test
    void cl31PassesANameInItsLine() {
        judging.with(ZoneKind.NAME_LINE, Face.FRONT, 5_000, 43_000, 55_000, 7_000)
                .add(Face.FRONT, box(5_000, 44_000, 50_000, 5_000), name("plex-sans", 3_000));
        judging.passes("CL-31");
    }

    @Test
    void cl31WarnsOfANameBesideItsLine() {
        judging.with(ZoneKind.NAME_LINE, Face.FRONT, 5_000, 43_000, 55_000, 7_000)
                .add(Face.FRONT, box(25_000, 6_000, 50_000, 5_000), name("plex-sans", 3_000));
        judging.mends("CL-31", Severity.WARNING, "Move it into its line");
    }
}
