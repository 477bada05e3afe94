package io.cardloom.designer.export;

import io.cardloom.designer.ink.Drawing;
import io.cardloom.designer.ink.Pictures;
import io.cardloom.designer.ink.Png;
import io.cardloom.designer.ink.RasterFile;
import io.cardloom.designer.ink.RasterInk;
import io.cardloom.designer.ink.Sheet;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;

/** A placed picture as a file of its own, its crop, mirror and filters done. */
record PlacedPicture(byte[] file, String mediaType) {

    /**
     * @param dpi of what had to be drawn anew; a picture that is placed whole and plain is the
     *     uploaded one
     */
    static Optional<PlacedPicture> of(Drawing.Picture picture, Pictures pictures, int dpi) {
        Optional<RasterFile> master = pictures.find(picture.asset());
        if (master.isEmpty()) {
            return Optional.empty();
        }
        Optional<byte[]> plain = master.get().jpegOf(picture.content());
        if (plain.isPresent()) {
            return Optional.of(new PlacedPicture(plain.get(), "image/jpeg"));
        }
        Sheet sheet = new Sheet(picture.width(), picture.height(), 0, dpi);
        RasterInk ink = new RasterInk(sheet, pictures);
        BufferedImage image = ink.clear();
        ink.draw(
                image,
                List.of(
                        new Drawing.Picture(
                                picture.layer(),
                                picture.content(),
                                picture.width(),
                                picture.height(),
                                new AffineTransform(),
                                1000)));
        return Optional.of(new PlacedPicture(Png.of(image, dpi), "image/png"));
    }
}
