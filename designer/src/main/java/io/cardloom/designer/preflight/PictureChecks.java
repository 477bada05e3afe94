package io.cardloom.designer.preflight;

import io.cardloom.designer.design.ImageContent;
import io.cardloom.designer.ink.Drawing;
import java.util.List;
import java.util.Locale;

/** Checks of placed pictures. */
final class PictureChecks {

    private static final double MICROMETERS_PER_INCH = 25_400;

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
                                double across =
                                        file.width() * MICROMETERS_PER_INCH / picture.width();
                                double down =
                                        file.height() * MICROMETERS_PER_INCH / picture.height();
                                double least = Math.min(across, down);
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
                error ? Severity.ERROR : Severity.WARNING,
                picture.bounds(),
                picture.layer(),
                String.format(
                        Locale.ROOT,
                        "%s has %d pixels an inch; %d are needed for a sharp print",
                        FaceBench.called(bench.layer(picture.layer())),
                        Math.round(dpi),
                        rule.number("warning")),
                "Make it smaller, or upload one that is at least " + width + " pixels wide.");
    }

    /** Pictures whose file is gone. */
    static void missing(Rule rule, FaceBench bench, List<Finding> findings) {
        for (var entry : bench.printed()) {
            if (entry.getValue().content() instanceof ImageContent image
                    && bench.bench().pictures().find(image.asset()).isEmpty()) {
                findings.add(
                        bench.finding(
                                rule,
                                Severity.ERROR,
                                FaceBench.place(entry.getValue()),
                                entry.getKey(),
                                "The picture of "
                                        + FaceBench.called(entry.getValue())
                                        + " is not there",
                                "Upload it again, or remove the layer."));
            }
        }
    }
}
