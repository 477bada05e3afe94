package io.cardloom.designer.preflight;

import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.design.EditCommand;
import io.cardloom.designer.design.FieldContent;
import io.cardloom.designer.design.Layer;
import io.cardloom.designer.design.LayerTags;
import io.cardloom.designer.design.SlotContent;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Map;

/** Checks of what layers are for: places to fill, what the issuer demands, where they are shown. */
final class TagChecks {

    private TagChecks() {}

    /** Places of a template that nobody filled. */
    static void slots(Rule rule, FaceBench bench, List<Finding> findings) {
        for (var entry : bench.printed()) {
            if (entry.getValue().content() instanceof SlotContent slot) {
                Layer layer = entry.getValue();
                findings.add(
                        bench.finding(
                                        rule,
                                        layer.tags().mandatory() ? Severity.ERROR : rule.severity(),
                                        FaceBench.place(layer),
                                        entry.getKey(),
                                        "The place for "
                                                + (slot.label().isBlank()
                                                        ? "a picture"
                                                        : "'" + slot.label() + "'")
                                                + " is empty",
                                        "Put a picture there, or remove the place.")
                                .mendedBy(Mending.remove(entry.getKey(), layer)));
            }
        }
    }

    /** What the issuer has to see on every card, and does not see whole. */
    static void mandatory(Rule rule, FaceBench bench, List<Finding> findings) {
        Rectangle2D card =
                new Rectangle2D.Double(0, 0, bench.body().width(), bench.body().height());
        for (var entry : bench.bench().document().stack(bench.face())) {
            Layer layer = entry.getValue();
            Rectangle2D place = FaceBench.place(layer);
            boolean seen = !layer.hidden() && layer.opacity() == 1000;
            boolean bleeds = place.contains(card);
            if (!layer.tags().mandatory() || (seen && (bleeds || card.contains(place)))) {
                continue;
            }
            findings.add(
                    bench.finding(
                                    rule,
                                    rule.severity(),
                                    place,
                                    entry.getKey(),
                                    FaceBench.called(layer)
                                            + " is mandatory and "
                                            + (seen
                                                    ? "does not lie whole on the card"
                                                    : "is hidden or faint"),
                                    seen
                                            ? "Move it back onto the card."
                                            : "Show it as the issuer drew it.")
                            .mendedBy(
                                    seen
                                            ? Mending.move(
                                                    "Move it onto the card",
                                                    new Room(card, List.of()),
                                                    entry.getKey(),
                                                    layer,
                                                    place)
                                            : Mending.set(
                                                    "Show it",
                                                    entry.getKey(),
                                                    layer,
                                                    Map.of("hidden", false, "opacity", 1000))));
        }
    }

    /** Personal data that a wallet's picture must not show. */
    static void wallet(Rule rule, FaceBench bench, List<Finding> findings) {
        var both =
                bench.printed().stream()
                        .filter(e -> e.getValue().content() instanceof FieldContent)
                        .filter(e -> e.getValue().tags().surface() == LayerTags.Surface.BOTH)
                        .toList();
        if (both.isEmpty() || bench.face() != Face.FRONT) {
            return;
        }
        List<EditCommand.One> edits =
                both.stream()
                        .filter(e -> !e.getValue().locked())
                        .<EditCommand.One>map(
                                e ->
                                        new EditCommand.SetProperties(
                                                e.getKey(), Map.of("surface", "physical")))
                        .toList();
        findings.add(
                bench.finding(
                                rule,
                                rule.severity(),
                                FaceBench.place(both.getFirst().getValue()),
                                both.getFirst().getKey(),
                                both.size()
                                        + " fields are marked for the card and for the wallet,"
                                        + " whose picture shows no name, number or date",
                                "Mark them for the card alone.")
                        .mendedBy(
                                edits.size() < both.size()
                                        ? null
                                        : new Fix(
                                                "Mark them for the card alone",
                                                new EditCommand.All(edits))));
    }
}
