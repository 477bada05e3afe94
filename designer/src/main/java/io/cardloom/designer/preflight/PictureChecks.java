package io.cardloom.designer.preflight;

import io.cardloom.designer.design.Box;
import io.cardloom.designer.design.Layer;
import io.cardloom.designer.design.Pictured;
import io.cardloom.designer.ink.Drawing;
import io.cardloom.designer.ink.RasterFile;
import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks of placed pictures. */
final class PictureChecks {

    private static final double MICROMETERS_PER_INCH = 25_400;

    /** No fix makes a picture smaller than this, micrometers. */
    private static final int LEAST = 3_000;

    private PictureChecks() {}

    /** Source pixels a printed inch, the lesser of both directions. */
    static void resolution(Rule rule, FaceBench bench, List<Finding> findings) {
        for (Drawing drawing : bench.plan().drawings()) {
            if (!(drawing instanceof Drawing.Picture picture)) {
                continue;
            }
            bench.bench()
                    .pictures()
                    .find(picture.asset())
                    .ifPresent(
                            file -> {
                                double least = dpi(picture, file);
                                if (least < rule.number("warning")) {
                                    findings.add(tooCoarse(rule, bench, picture, least));
                                }
                            });
        }
    }

    private static Finding tooCoarse(
            Rule rule, FaceBench bench, Drawing.Picture picture, double dpi) {
        boolean error = dpi < rule.number("error");
        int width =
                (int) Math.ceil(picture.width() * rule.number("warning") / MICROMETERS_PER_INCH);
        return bench.finding(
                        rule,
                        error ? rule.severity() : Severity.WARNING,
                        picture.bounds(),
                        picture.layer(),
                        String.format(
                                Locale.ROOT,
                                "%s has %d pixels an inch; %d are needed for a sharp print",
                                FaceBench.called(bench.layer(picture.layer())),
                                Math.round(dpi),
                                rule.number("warning")),
                        "Make it smaller, or upload one that is at least "
                                + width
                                + " pixels wide.")
                .mendedBy(smaller(bench, picture, dpi / rule.number("warning")));
    }

    /** A picture inside the card can be as small as its pixels ask for; a ground cannot. */
    private static @Nullable Fix smaller(FaceBench bench, Drawing.Picture picture, double scale) {
        Layer layer = bench.layer(picture.layer());
        Box box = layer.box();
        int width = (int) (box.width() * scale);
        int height = (int) (box.height() * scale);
        Rectangle2D card =
                new Rectangle2D.Double(0, 0, bench.body().width(), bench.body().height());
        if (!card.contains(picture.bounds()) || width < LEAST || height < LEAST) {
            return null;
        }
        return Mending.set(
                "Make it smaller",
                picture.layer(),
                layer,
                Map.of(
                        "x",
                        box.x() + (box.width() - width) / 2,
                        "y",
                        box.y() + (box.height() - height) / 2,
                        "width",
                        width,
                        "height",
                        height));
    }

    /** Pictures that their box stretches. */
    static void aspect(Rule rule, FaceBench bench, List<Finding> findings) {
        for (Drawing drawing : bench.plan().drawings()) {
            if (!(drawing instanceof Drawing.Picture picture)) {
                continue;
            }
            RasterFile file = bench.bench().pictures().find(picture.asset()).orElse(null);
            if (file == null) {
                continue;
            }
            Rectangle part = file.part(picture.content().crop());
            double stretched =
                    ((double) picture.width() / picture.height())
                            / ((double) part.width / part.height);
            double percent = 100 * (Math.max(stretched, 1 / stretched) - 1);
            if (percent > rule.decimal("percent")) {
                Layer layer = bench.layer(picture.layer());
                int height = (int) Math.round((double) picture.width() * part.height / part.width);
                findings.add(
                        bench.finding(
                                        rule,
                                        rule.severity(),
                                        picture.bounds(),
                                        picture.layer(),
                                        String.format(
                                                Locale.ROOT,
                                                "%s is stretched %s by %.0f %%",
                                                FaceBench.called(layer),
                                                stretched > 1 ? "in width" : "in height",
                                                percent),
                                        "Give it back its own proportions, or crop it.")
                                .mendedBy(
                                        height < 1 || height > 1_000_000
                                                ? null
                                                : Mending.set(
                                                        "Give it its proportions",
                                                        picture.layer(),
                                                        layer,
                                                        Map.of("height", height))));
            }
        }
    }

    /** Pictures whose file is gone. */
    static void missing(Rule rule, FaceBench bench, List<Finding> findings) {
        for (var entry : bench.printed()) {
            if (entry.getValue().content() instanceof Pictured picture
                    && bench.bench().pictures().find(picture.asset()).isEmpty()) {
                findings.add(
                        bench.finding(
                                        rule,
                                        rule.severity(),
                                        FaceBench.place(entry.getValue()),
                                        entry.getKey(),
                                        "The picture of "
                                                + FaceBench.called(entry.getValue())
                                                + " is not there",
                                        "Upload it again, or remove the layer.")
                                .mendedBy(Mending.remove(entry.getKey(), entry.getValue())));
            }
        }
    }

    /** Pictures whose pixels are larger than the dots that print them. */
    static void enlarged(Rule rule, FaceBench bench, List<Finding> findings) {
        int dots = bench.body().dpi();
        for (Drawing drawing : bench.plan().drawings()) {
            if (!(drawing instanceof Drawing.Picture picture)) {
                continue;
            }
            RasterFile file = bench.bench().pictures().find(picture.asset()).orElse(null);
            if (file == null) {
                continue;
            }
            double pixels = dpi(picture, file);
            if (pixels >= rule.number("coarse") && pixels * 100 < dots * rule.decimal("percent")) {
                findings.add(
                        bench.finding(
                                rule,
                                rule.severity(),
                                picture.bounds(),
                                picture.layer(),
                                String.format(
                                        Locale.ROOT,
                                        "%s has %d pixels an inch and is printed with %d dots: it"
                                                + " is enlarged %.1f times",
                                        FaceBench.called(bench.layer(picture.layer())),
                                        Math.round(pixels),
                                        dots,
                                        dots / pixels),
                                "Nothing to do for a photograph; a logo or a fine line is sharper"
                                        + " as SVG."));
            }
        }
    }

    private static double dpi(Drawing.Picture picture, RasterFile file) {
        Rectangle part = file.part(picture.content().crop());
        return Math.min(
                part.width * MICROMETERS_PER_INCH / picture.width(),
                part.height * MICROMETERS_PER_INCH / picture.height());
    }
}
