package io.cardloom.designer.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cardloom.designer.cardbody.Finish;
import io.cardloom.designer.cardbody.PrintMethod;
import io.cardloom.designer.design.EditCommand;
import io.cardloom.designer.render.SampleDesigns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The rules as a whole; each has its tests in a class of its kind, with its address in the name.
 */
class RuleBookTest {

    private static final List<Class<?>> TESTS =
            List.of(
                    PictureRulesTest.class,
                    EdgeRulesTest.class,
                    ZoneRulesTest.class,
                    ContrastRulesTest.class,
                    TextRulesTest.class,
                    FieldRulesTest.class,
                    LineRulesTest.class,
                    ColorRulesTest.class,
                    LayerRulesTest.class,
                    TagRulesTest.class,
                    PlateRulesTest.class,
                    CodeRulesTest.class);

    @Test
    void hasAPassingAndAFailingTestForEachRule() {
        Set<String> rules = new TreeSet<>();
        Judging.RULES.rules().forEach(r -> rules.add(r.address().replace("-", "").toLowerCase()));
        assertThat(addresses("(cl\\d\\d)Passes.*")).isEqualTo(rules);
        assertThat(addresses("(cl\\d\\d)(?:Fails|Warns|Notes).*")).isEqualTo(rules);
        assertThat(rules).hasSameSizeAs(Judging.RULES.rules()).hasSizeGreaterThanOrEqualTo(47);
    }

    @Test
    void listsEachRuleInTheDocuments() throws IOException {
        String documented = Files.readString(Path.of("..", "docs", "preflight.md"));
        assertThat(Judging.RULES.rules())
                .allSatisfy(
                        rule ->
                                assertThat(documented)
                                        .contains(
                                                "| %s | %s |"
                                                        .formatted(rule.address(), rule.title())));
    }

    @Test
    void namesTheSourceOfEachRule() {
        assertThat(Judging.RULES.rules())
                .allSatisfy(
                        rule -> {
                            assertThat(rule.address()).matches("CL-\\d\\d");
                            assertThat(rule.title()).isNotBlank();
                            assertThat(rule.severity()).isNotNull();
                            assertThat(rule.source().name()).isNotBlank();
                            assertThat(rule.source().clause()).isNotBlank();
                        });
    }

    @Test
    void readsEachFigureFromEachPrintProfile() {
        for (PrintMethod method : PrintMethod.values()) {
            for (Finish finish : Finish.values()) {
                Judging judging = new Judging().on(method, finish, "#ffffff");
                judging.design()
                        .add(
                                io.cardloom.designer.cardbody.Face.FRONT,
                                Judging.WHOLE,
                                SampleDesigns.rectangle("#000000"));
                assertThat(judging.judge()).isNotEmpty();
            }
        }
    }

    @Test
    void findsNothingToMendInARichDesignButWhatIsWrongWithIt() {
        Judging judging = new Judging();
        List<Finding> findings = judging.judge(SampleDesigns.rich().document());
        assertThat(findings)
                .allSatisfy(f -> assertThat(f.message()).matches(".* mm\\)\\.$"))
                .allSatisfy(f -> assertThat(f.remedy()).endsWith("."))
                .isSortedAccordingTo(Comparator.comparing(Finding::severity));
    }

    @Test
    void leavesALockedLayerAlone() {
        Judging judging = new Judging();
        SampleDesigns rich = SampleDesigns.rich();
        var locked = new SampleDesigns();
        rich.document()
                .layers()
                .values()
                .forEach(
                        l ->
                                locked.add(
                                        new io.cardloom.designer.design.Layer(
                                                l.face(),
                                                l.order(),
                                                l.name(),
                                                l.box(),
                                                l.opacity(),
                                                true,
                                                l.hidden(),
                                                l.tags(),
                                                l.content())));
        assertThat(judging.judge(locked.document()))
                .extracting(Finding::fix)
                .filteredOn(Objects::nonNull)
                .allSatisfy(
                        fix ->
                                assertThat(Objects.requireNonNull(fix).command())
                                        .isInstanceOf(EditCommand.AddLayer.class));
    }

    @Test
    void measuresContrastAsTheGuidelinesDo() {
        assertThat(Luminance.ratio(0xffffff, 0x000000)).isCloseTo(21, within(0.001));
        assertThat(Luminance.ratio(0x777777, 0xffffff)).isCloseTo(4.48, within(0.01));
    }

    private static Set<String> addresses(String form) {
        Set<String> found = new TreeSet<>();
        TESTS.stream()
                .flatMap(c -> Arrays.stream(c.getDeclaredMethods()))
                .map(m -> Pattern.compile(form).matcher(m.getName()))
                .filter(Matcher::matches)
                .forEach(m -> found.add(m.group(1)));
        return found;
    }
}
