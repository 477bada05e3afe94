package io.cardloom.designer.render;

import io.cardloom.designer.design.FieldContent;
import io.cardloom.designer.design.Layer;
import io.cardloom.designer.ink.Drawing;
import io.cardloom.designer.ink.FieldValues;
import io.cardloom.designer.ink.PdfFile;
import io.cardloom.designer.ink.PdfInk;
import io.cardloom.designer.ink.PdfPlate;
import io.cardloom.designer.ink.PdfResources;
import io.cardloom.designer.ink.PdfStandard;
import io.cardloom.designer.ink.Planner;
import io.cardloom.designer.ink.PlateTones;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** Writes one page a card around forms that all pages share. */
final class CardPages {

    /** A quarter of a point, micrometers. */
    private static final double HAIRLINE = 88.2;

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
        try (PdfFile file =
                new PdfFile(
                        out, imprint.title(), imprint.date(), imprint.id(), PdfStandard.PRESS)) {
            new CardPages(file, ground).write(planner, cards);
        }
    }

    private void write(Planner planner, Stream<FieldValues> cards) throws IOException {
        int shared = file.reserve();
        int pages = file.reserve();
        List<Integer> forms = forms(shared);
        PdfResources named = new PdfResources();
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
            Planner planner, PdfResources named, List<Integer> forms, FieldValues values)
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
                case CardPrint.Step.Field field -> {
                    SetField set = SetField.of(planner, field, values);
                    ink.from(left, bottom).text(set.line(), set.turn(), set.rgb(), set.opacity());
                }
            }
        }
        int form = forms.getLast();
        if (form != 0) {
            ink.form("Plates", form);
        }
        for (CardPrint.PlateSteps plate : ground.plates()) {
            fields(ink, planner, plate, values);
        }
        return ink.bytes();
    }

    private void fields(PdfInk ink, Planner planner, CardPrint.PlateSteps plate, FieldValues values)
            throws IOException {
        for (CardPrint.Step step : plate.steps()) {
            if (step instanceof CardPrint.Step.Field field) {
                SetField set = SetField.of(planner, field, values);
                try (PdfPlate over = ink.from(left, bottom).plate(plate.ink())) {
                    over.text(set.line(), set.turn(), set.opacity() / 1000.0);
                }
            }
        }
    }

    /** A field's value in its place. */
    private record SetField(Planner.SetLine line, AffineTransform turn, int rgb, int opacity) {

        static SetField of(Planner planner, CardPrint.Step.Field field, FieldValues values) {
            Layer layer = field.layer();
            FieldContent content = (FieldContent) layer.content();
            return new SetField(
                    planner.line(content, layer.box(), values.of(content)),
                    Planner.rotation(layer.box()),
                    Integer.parseInt(content.color().substring(1), 16),
                    layer.opacity());
        }
    }

    /** The numbers of the shared forms, 0 for a step that draws nothing; plates are the last. */
    private List<Integer> forms(int resources) throws IOException {
        PdfResources named = new PdfResources();
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
        forms.add(plates(resources, named));
        file.resources(resources, named);
        return forms;
    }

    /** Where the card is cut, then what other inks print on each card, white last. */
    private int plates(int resources, PdfResources named) throws IOException {
        int margin = ground.sheet().margin();
        if (margin == 0 && ground.plates().isEmpty()) {
            return 0;
        }
        PdfInk ink = new PdfInk(file, named, ground.pictures()).from(left, bottom);
        if (margin > 0) {
            try (PdfPlate cut = ink.plate("CutContour")) {
                cut.stroke(contour(), HAIRLINE);
            }
        }
        PlateTones tones = new PlateTones(ground.sheet(), ground.pictures());
        for (CardPrint.PlateSteps plate : ground.plates()) {
            try (PdfPlate over = ink.plate(plate.ink())) {
                for (CardPrint.Step step : plate.steps()) {
                    if (step instanceof CardPrint.Step.Fixed(List<Drawing> drawings)) {
                        tones.draw(over, drawings);
                    }
                }
            }
        }
        return file.form(media, resources, ink.bytes());
    }

    private Path2D contour() {
        double diameter = 2.0 * ground.body().cornerRadius();
        return new Path2D.Double(
                new RoundRectangle2D.Double(
                        0, 0, ground.body().width(), ground.body().height(), diameter, diameter));
    }

    private Path2D sheet() {
        int margin = ground.sheet().margin();
        return new Path2D.Double(
                new Rectangle2D.Double(
                        -margin, -margin, ground.sheet().width(), ground.sheet().height()));
    }
}
