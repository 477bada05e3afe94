package io.cardloom.designer.export;

import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.design.DesignDocument;
import io.cardloom.designer.design.LayerId;
import io.cardloom.designer.design.LayerTags.Plate;
import io.cardloom.designer.ink.Drawing;
import io.cardloom.designer.ink.FieldValues;
import io.cardloom.designer.ink.Paint;
import io.cardloom.designer.ink.Pictures;
import io.cardloom.designer.ink.Planner;
import io.cardloom.designer.ink.PlateTones;
import io.cardloom.designer.ink.RasterInk;
import io.cardloom.designer.ink.Sheet;
import io.cardloom.designer.ink.Shown;
import io.cardloom.designer.separation.BitPlane;
import io.cardloom.designer.separation.Blackness;
import io.cardloom.designer.separation.CmykPicture;
import io.cardloom.designer.separation.CmykTable;
import io.cardloom.designer.separation.Halftone;
import io.cardloom.designer.separation.Tones;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** One face as the inks of a press. */
final class Plates {

    private static final int WHITE = 0xffffff;

    private final DesignDocument document;
    private final Face face;
    private final Sheet sheet;
    private final Planner planner;
    private final Pictures pictures;

    Plates(DesignDocument document, Face face, Sheet sheet, Planner planner, Pictures pictures) {
        this.document = document;
        this.face = face;
        this.sheet = sheet;
        this.planner = planner;
        this.pictures = pictures;
    }

    /** Four inks; black text, and what lies on the black plate, is black alone. */
    CmykPicture inks(CmykTable table) {
        List<Drawing> drawings = drawings(Shown.PRINTED);
        return Blackness.of(draw(drawings, 0), draw(drawings, WHITE)).inks(table);
    }

    /** What is black alone. */
    BitPlane black() {
        List<Drawing> drawings = drawings(Shown.PRINTED);
        Tones black = Blackness.of(draw(drawings, 0), draw(drawings, WHITE)).black();
        return Halftone.CLUSTERED_DOT.of(black);
    }

    /** White or UV. */
    BitPlane plate(Plate plate) {
        return Halftone.CLUSTERED_DOT.of(
                new PlateTones(sheet, pictures).of(drawings(Shown.plate(plate))));
    }

    /** Everything in one tone, as a laser engraves it. */
    BitPlane engraving() {
        return Halftone.THRESHOLD.of(Tones.darkness(draw(drawings(Shown.PRINTED), 0)));
    }

    private List<Drawing> drawings(Shown shown) {
        return planner.plan(document, face, FieldValues.samples(), shown).whole().drawings();
    }

    /** The face, with what is black alone in this color. */
    private BufferedImage draw(List<Drawing> drawings, int rgb) {
        Set<LayerId> plate =
                document.layers().entrySet().stream()
                        .filter(entry -> entry.getValue().tags().plate() == Plate.BLACK)
                        .map(java.util.Map.Entry::getKey)
                        .collect(Collectors.toSet());
        RasterInk ink = new RasterInk(sheet, pictures);
        BufferedImage image = ink.filled(WHITE);
        ink.draw(
                image,
                drawings.stream()
                        .map(d -> d instanceof Drawing.Fill fill ? in(rgb, fill, plate) : d)
                        .toList());
        return image;
    }

    /** Black text, and everything of one color on the black plate, in this color. */
    private static Drawing in(int rgb, Drawing.Fill fill, Set<LayerId> plate) {
        boolean onPlate = plate.contains(fill.layer()) && fill.kind() != Drawing.Fill.Kind.CODE;
        boolean blackText = fill.kind().isText() && fill.rgb() == 0;
        if (!(fill.paint() instanceof Paint.Solid) || !onPlate && !blackText) {
            return fill;
        }
        return new Drawing.Fill(
                fill.layer(),
                fill.kind(),
                fill.outline(),
                new Paint.Solid(rgb),
                fill.opacity(),
                fill.size(),
                fill.coats().stream().map(coat -> new Drawing.Coat(coat.outline(), rgb)).toList());
    }
}
