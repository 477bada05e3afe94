package io.cardloom.designer.preflight;

import static io.cardloom.designer.preflight.Judging.name;
import static io.cardloom.designer.preflight.Judging.sized;
import static io.cardloom.designer.render.SampleDesigns.box;
import static io.cardloom.designer.render.SampleDesigns.field;
import static io.cardloom.designer.render.SampleDesigns.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.cardbody.Finish;
import io.cardloom.designer.cardbody.PrintMethod;
import io.cardloom.designer.field.FieldKey;
import org.junit.jupiter.api.Test;

/** Rules about texts and fields. */
class TextRulesTest {

    private final Judging judging = new Judging();

    @Test
    void cl09PassesTextOfFivePoints() {
        judging.add(Face.FRONT, box(6_000, 5_000, 40_000, 4_000), sized(1_764));
        judging.passes("CL-09");
    }

    @Test
    void cl09FailsTextUnderThePrintMethodsSmallest() {
        judging.add(Face.FRONT, box(6_000, 5_000, 40_000, 4_000), sized(1_500));
        Finding finding = judging.mends("CL-09", Severity.ERROR, "Set it in 5.0 pt");
        assertThat(finding.message()).contains("4.3 pt").contains("5.0 pt");
    }

    @Test
    void cl10PassesNamesOfManyLanguages() {
        judging.add(Face.FRONT, box(6_000, 45_000, 60_000, 5_000), name("plex-sans", 3_000));
        judging.passes("CL-10");
    }

    @Test
    void cl10FailsALetterTheFontLacks() {
        judging.add(
                Face.FRONT,
                box(6_000, 5_000, 40_000, 4_000),
                text("Москва", "barlow-condensed", 3_000, "#000000"));
        Finding finding = judging.fails("CL-10", Severity.ERROR);
        assertThat(finding.message()).contains("U+041C").contains("Barlow Condensed");
    }

    @Test
    void cl44PassesAFontThatIsOffered() {
        judging.add(Face.FRONT, box(6_000, 45_000, 60_000, 5_000), name("plex-sans", 3_000));
        judging.isSilent("CL-44");
    }

    @Test
    void cl44FailsAFontThatTheIssuerHasWithdrawn() {
        judging.add(
                Face.FRONT,
                box(6_000, 5_000, 40_000, 4_000),
                text("Aurora", Judging.WITHDRAWN, 3_000, "#000000"));
        Finding finding =
                judging.mends("CL-44", Severity.ERROR, "Set it in a font that is offered");
        assertThat(finding.message()).contains("IBM Plex Serif").contains("withdrawn");
    }

    @Test
    void cl09ReadsTheSmallestTextOfThePrintMethodAndTheFinish() {
        judging.add(Face.FRONT, box(6_000, 5_000, 40_000, 4_000), sized(1_800));
        judging.passes("CL-09");
        judging.on(PrintMethod.DIRECT_TO_CARD, Finish.FROSTED, "#dfe9ec");
        assertThat(judging.fails("CL-09", Severity.ERROR).message()).contains("8.0 pt");
    }

    @Test
    void cl09MakesTheBoxWiderOfAFieldThatShrankTooSmall() {
        judging.add(
                Face.FRONT,
                box(6_000, 45_000, 16_000, 5_000),
                field(FieldKey.CUSTOM, "MEMBER SINCE 2011", "plex-sans", 2_300));
        judging.mends("CL-09", Severity.ERROR, "Make its box wider");
    }

    @Test
    void cl10ChoosesAFontThatHasTheLetters() {
        judging.add(
                Face.FRONT,
                box(6_000, 5_000, 40_000, 4_000),
                text("Ελλάς Ω", "barlow-condensed", 3_000, "#000000"));
        judging.mends("CL-10", Severity.ERROR, "Set it in a font that has them");
    }

    @Test
    void cl22PassesThreeFamilies() {
        families("plex-sans", "plex-serif", "plex-mono");
        judging.isSilent("CL-22");
    }

    @Test
    void cl22NotesAFourthFamily() {
        families("plex-sans", "plex-serif", "plex-mono", "montserrat");
        assertThat(judging.fails("CL-22", Severity.NOTE).message()).contains("Montserrat");
    }

    private void families(String... families) {
        for (int i = 0; i < families.length; i++) {
            judging.add(
                    Face.FRONT,
                    box(25_000, 4_000 + 6_000 * i, 40_000, 4_000),
                    text("A line", families[i], 3_000, "#000000"));
        }
    }
}
