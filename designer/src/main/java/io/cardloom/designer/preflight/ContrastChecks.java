package io.cardloom.designer.preflight;

import io.cardloom.designer.design.FieldContent;
import io.cardloom.designer.design.Layer;
import io.cardloom.designer.design.LayerId;
import io.cardloom.designer.design.TextContent;
import io.cardloom.designer.design.Typeset;
import io.cardloom.designer.font.FontKey;
import io.cardloom.designer.ink.Drawing;
import io.cardloom.designer.ink.Paint;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The contrast of texts and marks with what lies beneath them, judged on a low percentile of the
 * pixels and never on their mean.
 */
final class ContrastChecks {

    private static final int BOLD = 550;

    private ContrastChecks() {}

    /** Text against each pixel under and close around its outline. */
    static void text(Rule rule, FaceBench bench, List<Finding> findings) {
        for (Drawing drawing : bench.plan().drawings()) {
            if (drawing instanceof Drawing.Fill text && FaceBench.isText(drawing)) {
                bench.ground(text).ifPresent(g -> judge(rule, bench, text, g, findings));
            }
        }
    }

    private static void judge(
            Rule rule, FaceBench bench, Drawing.Fill text, Ground ground, List<Finding> findings) {
        if (ground.under().length == 0) {
            return;
        }
        double ratio = ratio(rule, text, ground.under());
        double least = least(rule, bench, text);
        if (ratio < least) {
            findings.add(
                    bench.finding(
                                    rule,
                                    ratio < rule.decimal("error")
                                            ? rule.severity()
                                            : Severity.WARNING,
                                    text.bounds(),
                                    text.layer(),
                                    String.format(
                                            Locale.ROOT,
                                            "%s has a contrast of %.1f to 1 where it is weakest;"
                                                    + " %.1f are needed",
                                            FaceBench.called(bench.layer(text.layer())),
                                            ratio,
                                            least),
                                    "Make the text lighter or darker than what lies beneath, or put"
                                            + " a plain ground under it.")
                            .mendedBy(
                                    ContrastFix.of(
                                            bench,
                                            text,
                                            ground.under(),
                                            rule.decimal("percentile"),
                                            least)));
        }
    }

    /** A field's color against its whole box: another value covers other parts of it. */
    static void box(Rule rule, FaceBench bench, List<Finding> findings) {
        for (Drawing drawing : bench.plan().drawings()) {
            if (!(drawing instanceof Drawing.Fill text)
                    || text.kind() != Drawing.Fill.Kind.FIELD
                    || bench.ground(text).isEmpty()) {
                continue;
            }
            Ground ground = bench.ground(text).get();
            double least = least(rule, bench, text);
            double ratio = ratio(rule, text, ground.box());
            if (ground.box().length > 0
                    && ratio < least
                    && ratio(rule, text, ground.under()) >= least) {
                findings.add(
                        bench.finding(
                                        rule,
                                        rule.severity(),
                                        FaceBench.place(bench.layer(text.layer())),
                                        text.layer(),
                                        String.format(
                                                Locale.ROOT,
                                                "The sample of %s can be read, but a longer value"
                                                        + " reaches parts of its box with a"
                                                        + " contrast of %.1f to 1",
                                                FaceBench.called(bench.layer(text.layer())),
                                                ratio),
                                        "Let the whole box lie on one ground, or make the box"
                                                + " smaller.")
                                .mendedBy(
                                        ContrastFix.of(
                                                bench,
                                                text,
                                                ground.box(),
                                                rule.decimal("percentile"),
                                                least)));
            }
        }
    }

    /** Marks that hardly differ from what surrounds them. */
    static void shape(Rule rule, FaceBench bench, List<Finding> findings) {
        for (Drawing drawing : bench.plan().drawings()) {
            if (!(drawing instanceof Drawing.Fill mark)
                    || mark.kind() != Drawing.Fill.Kind.SHAPE
                    || !mark.coats().isEmpty()
                    || !(mark.paint() instanceof Paint.Solid)
                    || bench.ground(mark).isEmpty()) {
                continue;
            }
            int[] around = bench.ground(mark).get().under();
            double ratio =
                    Ground.percentile(
                            around,
                            50,
                            ground ->
                                    Luminance.ratio(
                                            Luminance.over(mark.rgb(), mark.opacity(), ground),
                                            ground));
            if (around.length > 0 && ratio < rule.decimal("least")) {
                findings.add(
                        bench.finding(
                                rule,
                                rule.severity(),
                                mark.bounds(),
                                mark.layer(),
                                String.format(
                                        Locale.ROOT,
                                        "%s differs from what surrounds it by %.2f to 1: people"
                                                + " with low vision do not see it",
                                        FaceBench.called(bench.layer(mark.layer())),
                                        ratio),
                                String.format(
                                        Locale.ROOT,
                                        "If it says something, make it lighter or darker: %.1f to 1"
                                                + " is enough.",
                                        rule.decimal("wanted"))));
            }
        }
    }

    /** Light letters in a dark ground, so thin that the ink around them closes them. */
    static void reversed(Rule rule, FaceBench bench, List<Finding> findings) {
        int least = rule.number("least");
        for (Drawing drawing : bench.plan().drawings()) {
            if (!(drawing instanceof Drawing.Fill text)
                    || !FaceBench.isText(drawing)
                    || text.size() >= least
                    || weight(bench.layer(text.layer())) >= BOLD
                    || bench.ground(text).isEmpty()) {
                continue;
            }
            double ground =
                    Ground.percentile(
                            bench.ground(text).get().under(), 50, rgb -> Luminance.of(rgb));
            if (ground < rule.decimal("dark")
                    && Luminance.of(text.rgb()) > ground
                    && !text.bounds().isEmpty()) {
                Layer layer = bench.layer(text.layer());
                findings.add(
                        bench.finding(
                                        rule,
                                        rule.severity(),
                                        text.bounds(),
                                        text.layer(),
                                        String.format(
                                                Locale.ROOT,
                                                "%s is set in %.1f pt, light on a dark ground: its"
                                                        + " strokes may close in print",
                                                FaceBench.called(layer),
                                                Points.of(text.size())),
                                        String.format(
                                                Locale.ROOT,
                                                "Set it in bold, or in at least %.1f pt.",
                                                Points.of(least)))
                                .mendedBy(bold(text.layer(), layer)));
            }
        }
    }

    /** Null for an issuer's own font, which is one face. */
    private static @Nullable Fix bold(LayerId id, Layer layer) {
        boolean own = layer.content() instanceof Typeset set && FontKey.in(set.font()).isPresent();
        return own ? null : Mending.set("Set it in bold", id, layer, Map.of("weight", 700));
    }

    private static double ratio(Rule rule, Drawing.Fill text, int[] samples) {
        return ContrastFix.ratio(text.rgb(), text.opacity(), samples, rule.decimal("percentile"));
    }

    private static double least(Rule rule, FaceBench bench, Drawing.Fill text) {
        boolean large =
                text.size() >= rule.number("large")
                        || (weight(bench.layer(text.layer())) >= 700
                                && text.size() >= rule.number("large-bold"));
        return rule.decimal(large ? "warning-large" : "warning");
    }

    private static int weight(Layer layer) {
        return switch (layer.content()) {
            case TextContent fixed -> fixed.weight();
            case FieldContent field -> field.weight();
            default -> 400;
        };
    }
}
