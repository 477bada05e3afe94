package io.cardloom.designer.ink;

import io.cardloom.designer.design.Crop;
import io.cardloom.designer.separation.Tones;
import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;

/** Pictures as image XObjects (ISO 32000-1, 8.9), each file once a set of resources. */
final class PdfPictures {

    private static final int MOST_DPI = 600;

    private final PdfFile file;
    private final PdfResources resources;

    PdfPictures(PdfFile file, PdfResources resources) {
        this.file = file;
        this.resources = resources;
    }

    /** Draws a picture into a content stream whose coordinates are micrometers, y down. */
    void place(Drawing.Picture picture, RasterFile raster, StringBuilder content)
            throws IOException {
        boolean plain = PictureRaster.isPlain(picture.content());
        Crop crop = plain ? picture.content().crop() : Crop.NONE;
        String name = plain ? plain(picture, raster) : changed(picture, raster);
        content.append("q ");
        if (picture.opacity() < 1000) {
            content.append('/').append(resources.opacity(picture.opacity())).append(" gs ");
        }
        if (!crop.equals(Crop.NONE)) {
            clip(picture, content);
        }
        AffineTransform place = new AffineTransform(picture.place());
        place.concatenate(whole(picture, raster, crop));
        double[] m = new double[6];
        place.getMatrix(m);
        for (double value : m) {
            content.append(PdfNumber.of(value)).append(' ');
        }
        content.append("cm /").append(name).append(" Do Q\n");
    }

    private static void clip(Drawing.Picture picture, StringBuilder content) {
        double[] corners = {
            0, 0, picture.width(), 0, picture.width(), picture.height(), 0, picture.height()
        };
        picture.place().transform(corners, 0, corners, 0, 4);
        for (int i = 0; i < 8; i += 2) {
            content.append(PdfNumber.of(corners[i])).append(' ');
            content.append(PdfNumber.of(corners[i + 1])).append(i == 0 ? " m " : " l ");
        }
        content.append("h W n ");
    }

    /** Carries the unit square of an image, y up, to where the whole file lies about the box. */
    private static AffineTransform whole(Drawing.Picture picture, RasterFile raster, Crop crop) {
        Rectangle part = raster.part(crop);
        double across = (double) picture.width() / part.width;
        double down = (double) picture.height() / part.height;
        AffineTransform whole = new AffineTransform();
        if (crop.flipX()) {
            whole.translate(picture.width(), 0);
            whole.scale(-1, 1);
        }
        if (crop.flipY()) {
            whole.translate(0, picture.height());
            whole.scale(1, -1);
        }
        whole.translate(-part.x * across, -part.y * down);
        whole.scale(raster.width() * across, raster.height() * down);
        whole.translate(0, 1);
        whole.scale(1, -1);
        return whole;
    }

    /** The file itself, or averaged down where it is finer than any print. */
    private String plain(Drawing.Picture picture, RasterFile raster) throws IOException {
        Rectangle part = raster.part(picture.content().crop());
        int most = pixels(picture.width(), raster.width(), part.width);
        int mostHigh = pixels(picture.height(), raster.height(), part.height);
        boolean tooFine = raster.width() > 1.5 * most && raster.height() > 1.5 * mostHigh;
        String name =
                "P"
                        + picture.asset().hex().substring(0, 32)
                        + (tooFine ? "x" + most + "x" + mostHigh : "");
        if (!resources.has(name)) {
            resources.xobject(
                    name,
                    tooFine
                            ? pixels(raster.scaled(most, mostHigh))
                            : raster.isJpeg()
                                    ? jpeg(raster)
                                    : pixels(raster.scaled(raster.width(), raster.height())));
        }
        return name;
    }

    /** Pixels of the whole file when the part that is placed has the most that print can show. */
    private static int pixels(int micrometers, int whole, int part) {
        return (int) Math.max(1, Math.round(micrometers * MOST_DPI / 25_400.0 * whole / part));
    }

    /** Cropped, mirrored and with its colors changed, as fine as print can show. */
    private String changed(Drawing.Picture picture, RasterFile raster) throws IOException {
        int width = pixels(picture.width(), 1, 1);
        int height = pixels(picture.height(), 1, 1);
        String name = "C" + picture.layer().value() + "x" + width + "x" + height;
        if (!resources.has(name)) {
            double scale = (double) width / picture.width();
            resources.xobject(
                    name,
                    pixels(PictureRaster.of(picture.content(), raster, width, height, scale)));
        }
        return name;
    }

    private int jpeg(RasterFile raster) throws IOException {
        int number = file.reserve();
        String space = raster.components() == 1 ? "/DeviceGray" : "/DeviceRGB";
        file.stream(
                number,
                image(raster.width(), raster.height(), space) + "/Filter/DCTDecode",
                raster.file());
        return number;
    }

    private int pixels(BufferedImage image) throws IOException {
        int[] argb = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        byte[] rgb = new byte[argb.length * 3];
        byte[] alpha = new byte[argb.length];
        boolean opaque = true;
        for (int i = 0; i < argb.length; i++) {
            int a = argb[i] >>> 24;
            opaque &= a == 255;
            alpha[i] = (byte) a;
            for (int c = 0; c < 3; c++) {
                int value = argb[i] >> (16 - 8 * c) & 255;
                rgb[3 * i + c] = (byte) (a == 0 ? 255 : Math.min(255, (value * 255 + a / 2) / a));
            }
        }
        String mask = "";
        if (!opaque) {
            int number = file.reserve();
            file.stream(number, image(image.getWidth(), image.getHeight(), "/DeviceGray"), alpha);
            mask = "/SMask " + number + " 0 R";
        }
        int number = file.reserve();
        file.stream(number, image(image.getWidth(), image.getHeight(), "/DeviceRGB") + mask, rgb);
        return number;
    }

    private static String image(int width, int height, String space) {
        return "/Type/XObject/Subtype/Image/BitsPerComponent 8/Width %d/Height %d/ColorSpace%s"
                .formatted(width, height, space);
    }

    /** Writes tones of one ink; returns their number. */
    int tones(Tones tones, int ink) throws IOException {
        int number = file.reserve();
        file.stream(
                number,
                "/Type/XObject/Subtype/Image/BitsPerComponent 8/Width %d/Height %d/ColorSpace %d 0 R"
                        .formatted(tones.width(), tones.height(), ink),
                tones.values());
        return number;
    }
}
