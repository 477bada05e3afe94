package io.cardloom.designer.preflight;

import static io.cardloom.designer.render.SampleDesigns.LOGO;
import static io.cardloom.designer.render.SampleDesigns.PHOTO;
import static io.cardloom.designer.render.SampleDesigns.box;
import static io.cardloom.designer.render.SampleDesigns.ellipse;
import static io.cardloom.designer.render.SampleDesigns.field;
import static io.cardloom.designer.render.SampleDesigns.rectangle;
import static io.cardloom.designer.render.SampleDesigns.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cardloom.designer.asset.AssetDigest;
import io.cardloom.designer.cardbody.CardBody;
import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.design.Box;
import io.cardloom.designer.design.Content;
import io.cardloom.designer.design.ImageContent;
import io.cardloom.designer.field.FieldKey;
import io.cardloom.designer.ink.Planner;
import io.cardloom.designer.profile.PrintProfiles;
import io.cardloom.designer.render.Fonts;
import io.cardloom.designer.render.SampleDesigns;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Each rule passes what is right and fails what is wrong; a test's name carries the address. */
class RuleBookTest {

    private static final RuleBook RULES = new RuleBook();
    private static final Planner PLANNER = new Planner(new Fonts());
    private static final Box WHOLE = box(-2_000, -2_000, 89_600, 57_980);

    private final SampleDesigns design = new SampleDesigns();

    @Test
    void cl01PassesAPictureOfThreeHundredPixelsAnInch() {
        design.add(Face.FRONT, WHOLE, new ImageContent(PHOTO));
        passes("CL-01");
    }

    @Test
    void cl01WarnsOfAPictureUnderThreeHundredPixelsAnInch() {
        design.add(Face.FRONT, box(0, 0, 120_000, 77_600), new ImageContent(PHOTO));
        Finding finding = fails("CL-01", Severity.WARNING);
        assertThat(finding.message()).contains("254 pixels an inch");
        assertThat(finding.remedy()).contains("at least 1418 pixels wide");
    }

    @Test
    void cl01FailsAPictureUnderTwoHundredPixelsAnInch() {
        design.add(Face.FRONT, box(0, 0, 200_000, 129_000), new ImageContent(PHOTO));
        fails("CL-01", Severity.ERROR);
    }

    @Test
    void cl02PassesAGroundThatFillsTheBleed() {
        design.add(Face.FRONT, WHOLE, rectangle("#123456"));
        passes("CL-02");
    }

    @Test
    void cl02PassesAPictureThatKeepsAwayFromTheEdge() {
        design.add(Face.FRONT, box(20_000, 20_000, 10_000, 10_000), rectangle("#123456"));
        passes("CL-02");
    }

    @Test
    void cl02FailsAGroundThatEndsAtTheTrimmedEdge() {
        design.add(Face.FRONT, box(0, -2_000, 87_600, 57_980), rectangle("#123456"));
        Finding finding = fails("CL-02", Severity.ERROR);
        assertThat(finding.message()).contains("left edge").contains("54.0 mm");
        assertThat(finding.x()).isEqualTo(-2_000);
    }

    @Test
    void cl03PassesTextInsideTheSafeMargin() {
        design.add(Face.FRONT, box(3_000, 5_000, 40_000, 4_000), caption("Inside"));
        passes("CL-03");
    }

    @Test
    void cl03FailsTextOverTheSafeMargin() {
        design.add(Face.FRONT, box(1_000, 5_000, 40_000, 4_000), caption("Outside"));
        Finding finding = fails("CL-03", Severity.ERROR);
        assertThat(finding.x()).isCloseTo(1_000, within(500));
        assertThat(finding.remedy()).contains("3.0 mm");
    }

    @Test
    void cl04PassesTextBesideTheChipAndAGroundUnderIt() {
        design.add(Face.FRONT, WHOLE, new ImageContent(PHOTO))
                .add(Face.FRONT, box(24_000, 20_000, 30_000, 4_000), caption("Beside"));
        passes("CL-04");
    }

    @Test
    void cl04FailsTextInTheChipZone() {
        design.add(Face.FRONT, box(4_000, 20_000, 30_000, 4_000), caption("Across the chip"));
        assertThat(fails("CL-04", Severity.ERROR).remedy()).contains("chip zone");
    }

    @Test
    void cl05PassesInkBelowTheStripeAndNotesAGroundUnderIt() {
        design.add(Face.BACK, box(6_000, 30_000, 30_000, 4_000), caption("Below"));
        passes("CL-05");
        design.add(Face.BACK, WHOLE, rectangle("#eeeeee"));
        fails("CL-05", Severity.NOTE);
    }

    @Test
    void cl05FailsInkWithAnEdgeInTheStripeZone() {
        design.add(Face.BACK, box(10_000, 10_000, 20_000, 20_000), ellipse("#000000"));
        Finding finding = fails("CL-05", Severity.ERROR);
        assertThat(finding.y()).isCloseTo(10_000, within(200));
        assertThat(finding.y() + finding.height()).isCloseTo(16_700, within(200));
    }

    @Test
    void cl06PassesInkBesideTheSignaturePanel() {
        design.add(Face.BACK, box(56_000, 20_000, 10_000, 8_000), rectangle("#000000"));
        passes("CL-06");
    }

    @Test
    void cl06FailsTextOnTheSignaturePanel() {
        design.add(Face.BACK, box(6_000, 22_000, 30_000, 4_000), caption("Sign here"));
        fails("CL-06", Severity.ERROR);
    }

    @Test
    void cl07PassesAMarkInItsArea() {
        design.add(Face.FRONT, box(66_000, 39_000, 12_000, 9_000), new ImageContent(LOGO));
        passes("CL-07");
    }

    @Test
    void cl07FailsAPictureThatCrossesTheNetworkMarkArea() {
        design.add(Face.FRONT, box(58_000, 36_000, 12_000, 9_000), new ImageContent(LOGO));
        fails("CL-07", Severity.ERROR);
    }

    @Test
    void cl07LooksAtInkAndNotAtTheBox() {
        design.add(Face.FRONT, box(52_100, 26_000, 16_000, 16_000), ellipse("#000000"));
        fails("CL-07", Severity.ERROR);
        SampleDesigns beside = new SampleDesigns();
        beside.add(Face.FRONT, box(48_900, 22_900, 16_000, 16_000), ellipse("#000000"));
        assertThat(judge(beside)).noneMatch(f -> f.rule().equals("CL-07"));
    }

    @Test
    void cl08PassesWhiteOnDark() {
        design.add(Face.FRONT, WHOLE, rectangle("#102030"))
                .add(Face.FRONT, box(6_000, 5_000, 40_000, 4_000), light("Easy to read"));
        passes("CL-08");
    }

    @Test
    void cl08WarnsOfGreyOnWhite() {
        design.add(
                Face.FRONT,
                box(6_000, 5_000, 40_000, 4_000),
                text("Hard to read", "plex-sans", 3_000, "#8a8a8a"));
        assertThat(fails("CL-08", Severity.WARNING).message()).contains("3.5 to 1");
    }

    @Test
    void cl08FailsTextOfWhichAPartVanishes() {
        design.add(Face.FRONT, box(-2_000, -2_000, 50_000, 57_980), rectangle("#000000"))
                .add(
                        Face.FRONT,
                        box(6_000, 5_000, 70_000, 4_000),
                        light("Half of this line lies on white, half on black"));
        fails("CL-08", Severity.ERROR);
    }

    @Test
    void cl09PassesTextOfFivePoints() {
        design.add(Face.FRONT, box(6_000, 5_000, 40_000, 4_000), sized(1_764));
        passes("CL-09");
    }

    @Test
    void cl09FailsTextUnderThePrintMethodsSmallest() {
        design.add(Face.FRONT, box(6_000, 5_000, 40_000, 4_000), sized(1_500));
        Finding finding = fails("CL-09", Severity.ERROR);
        assertThat(finding.message()).contains("4.3 pt").contains("5.0 pt");
    }

    @Test
    void cl10PassesNamesOfManyLanguages() {
        design.add(Face.FRONT, box(6_000, 45_000, 60_000, 5_000), name("plex-sans", 3_000));
        passes("CL-10");
    }

    @Test
    void cl10FailsALetterTheFontLacks() {
        design.add(
                Face.FRONT,
                box(6_000, 5_000, 40_000, 4_000),
                text("Москва", "barlow-condensed", 3_000, "#000000"));
        Finding finding = fails("CL-10", Severity.ERROR);
        assertThat(finding.message()).contains("U+041C").contains("Barlow Condensed");
    }

    @Test
    void cl11PassesABoxThatHoldsTheLongestName() {
        design.add(Face.FRONT, box(6_000, 45_000, 60_000, 5_000), name("plex-sans", 3_000));
        passes("CL-11");
    }

    @Test
    void cl11WarnsWhenTheLongestNameBecomesTooSmall() {
        design.add(Face.FRONT, box(6_000, 45_000, 28_000, 5_000), name("plex-sans", 2_500));
        fails("CL-11", Severity.WARNING);
    }

    @Test
    void cl11FailsABoxThatCannotHoldTheLongestName() {
        design.add(Face.FRONT, box(6_000, 45_000, 24_000, 5_000), name("plex-sans", 4_000));
        assertThat(fails("CL-11", Severity.ERROR).message()).contains("26 characters");
    }

    @Test
    void cl12PassesAPictureThatIsThere() {
        design.add(Face.FRONT, WHOLE, new ImageContent(PHOTO));
        passes("CL-12");
    }

    @Test
    void cl12FailsAPictureThatIsGone() {
        AssetDigest gone = new AssetDigest("99".repeat(32));
        design.add(Face.FRONT, WHOLE, new ImageContent(gone));
        fails("CL-12", Severity.ERROR);
    }

    @Test
    void cl13PassesATextWithLetters() {
        design.add(Face.FRONT, box(6_000, 5_000, 40_000, 4_000), caption("Text"));
        passes("CL-13");
    }

    @Test
    void cl13WarnsOfATextWithoutLetters() {
        design.add(Face.FRONT, box(6_000, 5_000, 40_000, 4_000), caption("  "));
        fails("CL-13", Severity.WARNING);
    }

    @Test
    void cl14PassesALayerThatReachesOntoTheCard() {
        design.add(Face.FRONT, box(-9_000, 5_000, 10_000, 4_000), rectangle("#000000"));
        passes("CL-14");
    }

    @Test
    void cl14WarnsOfALayerBesideTheCard() {
        design.add(Face.FRONT, box(-30_000, 5_000, 10_000, 4_000), rectangle("#000000"));
        fails("CL-14", Severity.WARNING);
    }

    @Test
    void cl15PassesADesignOnBothFaces() {
        design.add(Face.FRONT, WHOLE, rectangle("#000000"))
                .add(Face.BACK, WHOLE, rectangle("#000000"));
        passes("CL-15");
    }

    @Test
    void cl15FailsADesignWithNothingOnIt() {
        fails("CL-15", Severity.ERROR);
    }

    @Test
    void findsNothingToMendInARichDesignButWhatIsWrongWithIt() {
        List<Finding> findings = judge(SampleDesigns.rich());
        assertThat(findings)
                .allSatisfy(f -> assertThat(f.message()).matches(".* mm\\)\\.$"))
                .allSatisfy(f -> assertThat(f.remedy()).endsWith("."))
                .isSortedAccordingTo(java.util.Comparator.comparing(Finding::severity));
    }

    @Test
    void hasAPassingAndAFailingTestForEachRule() {
        Set<String> passing = addresses("(cl\\d\\d)Passes.*");
        Set<String> failing = addresses("(cl\\d\\d)(?:Fails|Warns).*");
        Set<String> rules = new TreeSet<>();
        RULES.rules().forEach(r -> rules.add(r.address().replace("-", "").toLowerCase()));
        assertThat(passing).isEqualTo(rules);
        assertThat(failing).isEqualTo(rules);
        assertThat(RULES.rules()).hasSizeGreaterThanOrEqualTo(12);
        assertThat(RULES.rules()).allSatisfy(r -> assertThat(r.source()).isNotBlank());
    }

    @Test
    void measuresContrastAsTheGuidelinesDo() {
        assertThat(ContrastCheck.ratio(0xffffff, 0x000000)).isCloseTo(21, within(0.001));
        assertThat(ContrastCheck.ratio(0x777777, 0xffffff)).isCloseTo(4.48, within(0.01));
    }

    private static Set<String> addresses(String form) {
        Set<String> found = new TreeSet<>();
        Arrays.stream(RuleBookTest.class.getDeclaredMethods())
                .map(m -> Pattern.compile(form).matcher(m.getName()))
                .filter(Matcher::matches)
                .forEach(m -> found.add(m.group(1)));
        return found;
    }

    private static Content caption(String words) {
        return text(words, "plex-sans", 3_000, "#000000");
    }

    private static Content light(String words) {
        return text(words, "plex-sans", 3_000, "#ffffff");
    }

    private static Content sized(int size) {
        return text("Small print", "plex-sans", size, "#000000");
    }

    private static Content name(String font, int size) {
        return field(FieldKey.CARDHOLDER_NAME, "ADA LEE", font, size);
    }

    private void passes(String rule) {
        assertThat(judge(design))
                .filteredOn(f -> f.severity() != Severity.NOTE)
                .noneMatch(f -> f.rule().equals(rule));
    }

    private Finding fails(String rule, Severity severity) {
        List<Finding> found =
                judge(design).stream()
                        .filter(f -> f.rule().equals(rule) && f.severity() == severity)
                        .toList();
        assertThat(found).as("findings of " + rule).isNotEmpty();
        return found.getFirst();
    }

    private static List<Finding> judge(SampleDesigns design) {
        CardBody body = SampleDesigns.body();
        return RULES.judge(
                new Bench(
                        design.document(),
                        body,
                        PLANNER,
                        SampleDesigns.pictures(),
                        new PrintProfiles().smallestText(body)));
    }
}
