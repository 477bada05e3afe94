package io.cardloom.designer.preflight;

import io.cardloom.designer.design.Box;
import io.cardloom.designer.design.CodeContent;
import io.cardloom.designer.design.CodeContent.Symbology;
import io.cardloom.designer.design.Layer;
import io.cardloom.designer.design.LayerId;
import io.cardloom.designer.design.LayerOrder;
import io.cardloom.designer.ink.Drawing;
import io.cardloom.designer.ink.Planner;
import io.cardloom.tenancy.refusal.Refusal;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks of codes that machines read. */
final class CodeChecks {

    private CodeChecks() {}

    /** A code on this face, and the step that draws it. */
    record Placed(LayerId id, Layer layer, CodeContent code, Drawing.Fill drawing) {}

    static List<Placed> codes(FaceBench bench) {
        return bench.plan().drawings().stream()
                .filter(Drawing.Fill.class::isInstance)
                .map(Drawing.Fill.class::cast)
                .filter(fill -> fill.kind() == Drawing.Fill.Kind.CODE)
                .map(fill -> placed(bench, fill))
                .toList();
    }

    private static Placed placed(FaceBench bench, Drawing.Fill fill) {
        Layer layer = bench.layer(fill.layer());
        return new Placed(fill.layer(), layer, (CodeContent) layer.content(), fill);
    }

    /** Modules that the print cannot hold apart, and codes that cannot say what they are to. */
    static void module(Rule rule, FaceBench bench, List<Finding> findings) {
        for (Placed one : codes(bench)) {
            double module = Planner.module(one.code(), one.layer().box());
            int least = rule.number("least");
            if (module < least) {
                findings.add(
                        bench.finding(
                                        rule,
                                        rule.severity(),
                                        FaceBench.place(one.layer()),
                                        one.id(),
                                        String.format(
                                                Locale.ROOT,
                                                "The modules of %s are %.2f mm wide; this print"
                                                        + " needs %.2f mm",
                                                FaceBench.called(one.layer()),
                                                module / 1000,
                                                least / 1000.0),
                                        "Make the code larger, or let it say less.")
                                .mendedBy(larger(bench, one, least / module)));
            }
        }
        bench.plan().omissions().stream()
                .filter(omission -> omission.reason().code().equals("CODE_DATA"))
                .forEach(
                        omission ->
                                findings.add(
                                        unsayable(
                                                rule, bench, omission.layer(), omission.reason())));
    }

    private static Finding unsayable(Rule rule, FaceBench bench, LayerId id, Refusal reason) {
        return bench.finding(
                rule,
                rule.severity(),
                FaceBench.place(bench.layer(id)),
                id,
                FaceBench.called(bench.layer(id)) + " is no code: it cannot say that",
                reason.sentence());
    }

    private static @Nullable Fix larger(FaceBench bench, Placed one, double scale) {
        Box box = one.layer().box();
        int width = (int) Math.ceil(box.width() * scale) + 1;
        int height = (int) Math.ceil(box.height() * scale) + 1;
        Rectangle2D wanted =
                new Rectangle2D.Double(
                        box.x() - (width - box.width()) / 2.0,
                        box.y() - (height - box.height()) / 2.0,
                        width,
                        height);
        return bench.room()
                .shift(wanted)
                .filter(shift -> box.rotation() == 0)
                .map(
                        shift ->
                                Mending.set(
                                        "Make it larger",
                                        one.id(),
                                        one.layer(),
                                        Map.of(
                                                "x",
                                                (int) Math.floor(wanted.getX()) + shift.x(),
                                                "y",
                                                (int) Math.floor(wanted.getY()) + shift.y(),
                                                "width",
                                                width,
                                                "height",
                                                height)))
                .orElse(null);
    }

    /** Readers look in red light: a dark red code is as light as its ground. */
    static void redLight(Rule rule, FaceBench bench, List<Finding> findings) {
        for (Placed one : codes(bench)) {
            double dark = red(one.code().color());
            double light = red(one.code().ground());
            boolean linear =
                    one.code().symbology() == Symbology.CODE128
                            || one.code().symbology() == Symbology.EAN13;
            double contrast = (linear ? light - dark : Math.abs(light - dark));
            contrast = contrast * one.layer().opacity() / 1000;
            if (contrast < rule.decimal("warning")) {
                findings.add(
                        bench.finding(
                                        rule,
                                        contrast < rule.decimal("error")
                                                ? rule.severity()
                                                : Severity.WARNING,
                                        FaceBench.place(one.layer()),
                                        one.id(),
                                        String.format(
                                                Locale.ROOT,
                                                "In red light %s has a contrast of %.0f %%; %.0f %%"
                                                        + " are needed",
                                                FaceBench.called(one.layer()),
                                                Math.max(0, contrast) * 100,
                                                rule.decimal("warning") * 100),
                                        "Print it dark on light; red counts as light.")
                                .mendedBy(
                                        Mending.set(
                                                "Set it in black on white",
                                                one.id(),
                                                one.layer(),
                                                Map.of(
                                                        "color", "#000000",
                                                        "ground", "#ffffff",
                                                        "opacity", 1000))));
            }
        }
    }

    private static double red(String color) {
        int red = Luminance.parse(color) >> 16 & 255;
        return Luminance.of(red << 16 | red << 8 | red);
    }

    /** Whatever lies on a code, or the edge of the card, cuts into its quiet zone. */
    static void quietZone(Rule rule, FaceBench bench, List<Finding> findings) {
        Rectangle2D card =
                new Rectangle2D.Double(0, 0, bench.body().width(), bench.body().height());
        List<Drawing> drawings = bench.plan().drawings();
        for (Placed one : codes(bench)) {
            Rectangle2D place = FaceBench.place(one.layer());
            boolean cut = !card.contains(place);
            Drawing over =
                    drawings.subList(drawings.indexOf(one.drawing()) + 1, drawings.size()).stream()
                            .filter(above -> above.bounds().intersects(place))
                            .findFirst()
                            .orElse(null);
            if (!cut && over == null) {
                continue;
            }
            findings.add(
                    bench.finding(
                                    rule,
                                    rule.severity(),
                                    place,
                                    one.id(),
                                    over == null
                                            ? FaceBench.called(one.layer())
                                                    + " and its quiet zone reach over the edge of"
                                                    + " the card"
                                            : FaceBench.called(bench.layer(over.layer()))
                                                    + " lies in the quiet zone of "
                                                    + FaceBench.called(one.layer()),
                                    "Keep the code's whole box clear: readers need the margin"
                                            + " around it.")
                            .mendedBy(
                                    cut
                                            ? Mending.move(
                                                    "Move it inside",
                                                    bench.room(),
                                                    one.id(),
                                                    one.layer(),
                                                    place)
                                            : toTheFront(bench, one)));
        }
    }

    private static @Nullable Fix toTheFront(FaceBench bench, Placed one) {
        String top = bench.bench().document().stack(bench.face()).getLast().getValue().order();
        String order = LayerOrder.between(top, null);
        return order.length() > 64
                ? null
                : Mending.set(
                        "Bring it to the front", one.id(), one.layer(), Map.of("order", order));
    }
}
