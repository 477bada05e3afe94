package io.cardloom.designer.render;

import io.cardloom.designer.ink.Drawing;
import io.cardloom.designer.ink.FieldValues;
import io.cardloom.designer.ink.PdfFile;
import io.cardloom.designer.ink.PdfInk;
import io.cardloom.designer.ink.Planner;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** Writes one page a card around forms that all pages share. */
final class CardPages {

    private final PdfFile file;
    private final CardPrint.Ground ground;
    private final double left;
    private final double bottom;
    private final PdfFile.Box media;

    private CardPages(PdfFile file, CardPrint.Ground ground) {
        this.file = file;
        this.ground = ground;
        double width = PdfInk.points(ground.sheet().width());
        double height = PdfInk.points(ground.sheet().height());
        double margin = PdfInk.points(ground.sheet().margin());
        this.left = margin;
        this.bottom = height - margin;
        this.media = new PdfFile.Box(0, 0, width, height);
    }

    static void write(
            CardPrint.Ground ground,
            Planner planner,
            CardPrint.Imprint imprint,
            OutputStream out,
            Stream<FieldValues> cards)
            throws IOException {
        try (PdfFile file = new PdfFile(out, imprint.title(), imprint.date(), imprint.id())) {
            new CardPages(file, ground).write(planner, cards);
        }
    }

    private void write(Planner planner, Stream<FieldValues> cards) throws IOException {
        int shared = file.reserve();
        int pages = file.reserve();
        List<Integer> forms = forms(shared);
        PdfFile.PdfResources named = new PdfFile.PdfResources();
        double margin = PdfInk.points(ground.sheet().margin());
        PdfFile.PageBoxes boxes =
                new PdfFile.PageBoxes(
                        media,
                        media,
                        new PdfFile.Box(
                                margin, margin, media.right() - margin, media.top() - margin));
        for (Iterator<FieldValues> i = cards.iterator(); i.hasNext(); ) {
            file.page(boxes, pages, card(planner, named, forms, i.next()));
        }
        file.resources(pages, named);
    }

    private byte[] card(
            Planner planner, PdfFile.PdfResources named, List<Integer> forms, FieldValues values)
            throws IOException {
        PdfInk ink = new PdfInk(file, named, ground.pictures());
        int next = 0;
        for (CardPrint.Step step : ground.steps()) {
            switch (step) {
                case CardPrint.Step.Fixed fixed -> {
                    int form = forms.get(next);
                    if (form != 0) {
                        ink.form("F" + next, form);
                    }
                    next++;
                }
                case CardPrint.Step.Field field ->
                        ink.from(left, bottom)
                                .draw(List.of(planner.draw(field.id(), field.layer(), values)));
            }
        }
        return ink.bytes();
    }

    /** The numbers of the shared forms, 0 for a step that draws nothing. */
    private List<Integer> forms(int resources) throws IOException {
        PdfFile.PdfResources named = new PdfFile.PdfResources();
        List<Integer> forms = new ArrayList<>();
        for (CardPrint.Step step : ground.steps()) {
            if (step instanceof CardPrint.Step.Fixed(List<Drawing> drawings)) {
                Integer rgb = forms.isEmpty() ? ground.rgb() : null;
                if (drawings.isEmpty() && rgb == null) {
                    forms.add(0);
                    continue;
                }
                PdfInk ink = new PdfInk(file, named, ground.pictures()).from(left, bottom);
                if (rgb != null) {
                    ink.fill(sheet(), rgb, 1000);
                }
                forms.add(file.form(media, resources, ink.draw(drawings).bytes()));
            }
        }
        file.resources(resources, named);
        return forms;
    }

    private Path2D sheet() {
        int margin = ground.sheet().margin();
        return new Path2D.Double(
                new Rectangle2D.Double(
                        -margin, -margin, ground.sheet().width(), ground.sheet().height()));
    }
}
