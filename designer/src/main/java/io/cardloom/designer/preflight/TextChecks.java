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

/** Checks of texts and fields. */
final class TextChecks {

    private static final double MICROMETERS_PER_POINT = 25_400 / 72.0;

    private TextChecks() {}

    /** Text that the print method cannot hold. */
    static void size(Rule rule, FaceBench bench, List<Finding> findings) {
        int least = bench.bench().smallestText();
        for (Drawing drawing : bench.plan().drawings()) {
            if (drawing instanceof Drawing.Fill text
                    && FaceBench.isText(drawing)
                    && !text.bounds().isEmpty()
                    && text.size() < least) {
                findings.add(
                        bench.finding(
                                rule,
                                Severity.ERROR,
                                text.bounds(),
                                text.layer(),
                                String.format(
                                        Locale.ROOT,
                                        "%s is set in %.1f pt; this print needs %.1f pt",
                                        FaceBench.called(bench.layer(text.layer())),
                                        text.size() / MICROMETERS_PER_POINT,
                                        least / MICROMETERS_PER_POINT),
                                String.format(
                                        Locale.ROOT,
                                        "Set it in at least %.1f pt (%.2f mm).",
                                        least / MICROMETERS_PER_POINT,
                                        least / 1000.0)));
            }
        }
    }

    /** Letters that the font does not have, in texts, samples, and names still to come. */
    static void glyphs(Rule rule, FaceBench bench, List<Finding> findings) {
        for (DrawingPlan.Omission omission : bench.plan().omissions()) {
            Refusal reason = omission.reason();
            if (reason.code().equals("GLYPH_MISSING") || reason.code().equals("FONT_UNKNOWN")) {
                findings.add(glyph(rule, bench, omission.layer(), Severity.ERROR, reason));
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
        return bench.finding(
                rule,
                severity,
                FaceBench.place(layer),
                id,
                FaceBench.called(layer)
                        + (severity == Severity.ERROR
                                ? " cannot be printed: "
                                : " cannot print every name: ")
                        + (end < 0 ? sentence : sentence.substring(0, end)),
                end < 0 ? "Choose another font." : sentence.substring(end + 2));
    }

    /** Fields that the longest value does not fit, or makes too small. */
    static void overflow(Rule rule, FaceBench bench, List<Finding> findings) {
        for (var entry : bench.printed()) {
            if (entry.getValue().content() instanceof FieldContent field) {
                overflow(rule, bench, entry.getKey(), entry.getValue(), field, findings);
            }
        }
    }

    private static void overflow(
            Rule rule,
            FaceBench bench,
            LayerId id,
            Layer layer,
            FieldContent field,
            List<Finding> findings) {
        var longest = rule.parameters().get(field.key().name());
        String value = longest == null ? field.sample() : longest.asString();
        try {
            int size = bench.bench().planner().line(field, layer.box(), value).text().size();
            if (size < field.size() && size < bench.bench().smallestText()) {
                findings.add(
                        bench.finding(
                                rule,
                                Severity.WARNING,
                                FaceBench.place(layer),
                                id,
                                String.format(
                                        Locale.ROOT,
                                        "%s shrinks to %.1f pt when its value is %d characters"
                                                + " long",
                                        FaceBench.called(layer),
                                        size / MICROMETERS_PER_POINT,
                                        value.length()),
                                "Make its box wider, or choose a narrower font."));
            }
        } catch (Refusal refused) {
            if (refused.code().equals("FIELD_TEXT_TOO_LONG")) {
                findings.add(
                        bench.finding(
                                rule,
                                Severity.ERROR,
                                FaceBench.place(layer),
                                id,
                                FaceBench.called(layer)
                                        + " cannot hold a value of "
                                        + value.length()
                                        + " characters even at its smallest",
                                "Make its box wider, its type smaller, or choose a narrower"
                                        + " font."));
            }
        }
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
