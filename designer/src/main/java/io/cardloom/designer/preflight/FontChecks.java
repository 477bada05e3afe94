package io.cardloom.designer.preflight;

import io.cardloom.designer.design.Layer;
import io.cardloom.designer.design.LayerId;
import io.cardloom.designer.design.Typeset;
import io.cardloom.tenancy.refusal.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Checks of the fonts that texts and fields are set in. */
final class FontChecks {

    private FontChecks() {}

    /** So many font families that nothing holds the card together. */
    static void many(Rule rule, FaceBench bench, List<Finding> findings) {
        Map<String, LayerId> families = new LinkedHashMap<>();
        for (Map.Entry<LayerId, Layer> entry : bench.printed()) {
            if (entry.getValue().content() instanceof Typeset set) {
                families.putIfAbsent(set.font(), entry.getKey());
            }
        }
        if (families.size() > rule.number("most")) {
            LayerId last = new ArrayList<>(families.values()).getLast();
            List<String> names =
                    families.values().stream()
                            .map(id -> called(bench, (Typeset) bench.layer(id).content()))
                            .toList();
            findings.add(
                    bench.finding(
                            rule,
                            rule.severity(),
                            FaceBench.place(bench.layer(last)),
                            last,
                            families.size()
                                    + " font families stand on the "
                                    + bench.face().word()
                                    + ": "
                                    + String.join(", ", names),
                            "Two or three are enough; set the rest in one of them."));
        }
    }

    /** Fonts that the issuer holds no more. */
    static void withdrawn(Rule rule, FaceBench bench, List<Finding> findings) {
        for (Map.Entry<LayerId, Layer> entry : bench.printed()) {
            Layer layer = entry.getValue();
            if (layer.content() instanceof Typeset set
                    && bench.bench().withdrawn().test(set.font())) {
                findings.add(
                        bench.finding(
                                        rule,
                                        rule.severity(),
                                        FaceBench.place(layer),
                                        entry.getKey(),
                                        FaceBench.called(layer)
                                                + " is set in "
                                                + called(bench, set)
                                                + ", which the issuer has withdrawn",
                                        "Choose another font.")
                                .mendedBy(
                                        TextChecks.otherFont(
                                                bench,
                                                entry.getKey(),
                                                layer,
                                                "",
                                                "Set it in a font that is offered")));
            }
        }
    }

    private static String called(FaceBench bench, Typeset set) {
        try {
            return bench.bench().planner().called(set.font(), set.weight());
        } catch (Refusal unknown) {
            return set.font();
        }
    }
}
