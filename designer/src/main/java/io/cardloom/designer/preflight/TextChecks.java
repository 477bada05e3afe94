package io.cardloom.designer.preflight;

import io.cardloom.designer.design.FieldContent;
import io.cardloom.designer.design.Layer;
import io.cardloom.designer.design.LayerId;
import io.cardloom.designer.design.TextContent;
import io.cardloom.designer.field.FieldKey;
import io.cardloom.designer.ink.Drawing;
import io.cardloom.designer.ink.DrawingPlan;
import io.cardloom.tenancy.refusal.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks of texts and fields. */
final class TextChecks {

    private TextChecks() {}

    /** Text that the print method cannot hold. */
    static void size(Rule rule, FaceBench bench, List<Finding> findings) {
        int least = rule.number("least");
        for (Drawing drawing : bench.plan().drawings()) {
            if (drawing instanceof Drawing.Fill text
                    && FaceBench.isText(drawing)
                    && !text.bounds().isEmpty()
                    && text.size() < least) {
                findings.add(
                        bench.finding(
                                        rule,
                                        rule.severity(),
                                        text.bounds(),
                                        text.layer(),
                                        String.format(
                                                Locale.ROOT,
                                                "%s is set in %.1f pt; this print needs %.1f pt",
                                                FaceBench.called(bench.layer(text.layer())),
                                                Points.of(text.size()),
                                                Points.of(least)),
                                        String.format(
                                                Locale.ROOT,
                                                "Set it in at least %.1f pt (%.2f mm).",
                                                Points.of(least),
                                                least / 1000.0))
                                .mendedBy(raise(bench, text.layer(), least)));
            }
        }
    }

    private static @Nullable Fix raise(FaceBench bench, LayerId id, int least) {
        Layer layer = bench.layer(id);
        String label = String.format(Locale.ROOT, "Set it in %.1f pt", Points.of(least));
        return switch (layer.content()) {
            case TextContent text -> Mending.set(label, id, layer, Map.of("size", least));
            case FieldContent field ->
                    field.size() < least
                            ? Mending.set(label, id, layer, Map.of("size", least))
                            : FieldFix.wider(bench, id, layer, field, field.sample(), least);
            default -> null;
        };
    }

    /** Letters that the font does not have, in texts, samples, and names still to come. */
    static void glyphs(Rule rule, FaceBench bench, List<Finding> findings) {
        for (DrawingPlan.Omission omission : bench.plan().omissions()) {
            Refusal reason = omission.reason();
            if (reason.code().equals("GLYPH_MISSING") || reason.code().equals("FONT_UNKNOWN")) {
                findings.add(glyph(rule, bench, omission.layer(), rule.severity(), reason));
            }
        }
        for (Drawing drawing : bench.plan().drawings()) {
            Layer layer = bench.layer(drawing.layer());
            if (layer.content() instanceof FieldContent field && isName(field.key())) {
                try {
                    bench.bench().planner().requireGlyphs(field, rule.text("names"));
                } catch (Refusal reason) {
                    findings.add(glyph(rule, bench, drawing.layer(), Severity.WARNING, reason));
                }
            }
        }
    }

    private static boolean isName(FieldKey key) {
        return key == FieldKey.CARDHOLDER_NAME || key == FieldKey.SECOND_LINE;
    }

    private static Finding glyph(
            Rule rule, FaceBench bench, LayerId id, Severity severity, Refusal reason) {
        Layer layer = bench.layer(id);
        String sentence = reason.sentence();
        int end = sentence.indexOf(". ");
        boolean now = severity == rule.severity();
        return bench.finding(
                        rule,
                        severity,
                        FaceBench.place(layer),
                        id,
                        FaceBench.called(layer)
                                + (now ? " cannot be printed: " : " cannot print every name: ")
                                + (end < 0 ? sentence : sentence.substring(0, end)),
                        end < 0 ? "Choose another font." : sentence.substring(end + 2))
                .mendedBy(otherFont(bench, id, layer, now ? "" : rule.text("names")));
    }

    /** The first family that has every letter. */
    private static @Nullable Fix otherFont(
            FaceBench bench, LayerId id, Layer layer, String letters) {
        return otherFont(bench, id, layer, letters, "Set it in a font that has them");
    }

    static @Nullable Fix otherFont(
            FaceBench bench, LayerId id, Layer layer, String letters, String label) {
        String words =
                switch (layer.content()) {
                    case TextContent text -> text.text();
                    case FieldContent field -> field.sample() + letters;
                    default -> "";
                };
        int weight = layer.content() instanceof TextContent text ? text.weight() : 400;
        for (String family : bench.bench().families()) {
            if (!bench.bench().withdrawn().test(family)
                    && bench.bench().planner().has(family, weight, words)) {
                return Mending.set(label, id, layer, Map.of("font", family));
            }
        }
        return null;
    }

    /** Whether a layer is text that prints nothing. */
    static boolean isBlank(Layer layer) {
        return switch (layer.content()) {
            case TextContent text -> text.text().isBlank();
            case FieldContent field -> field.sample().isBlank();
            default -> false;
        };
    }
}
