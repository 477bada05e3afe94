package io.cardloom.designer.ink;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/** Writes PNG (ISO/IEC 15948) with its resolution in it; the same pixels make the same bytes. */
public final class Png {

    private static final double INCHES_PER_METER = 1 / 0.0254;
    private static final String FORMAT = "javax_imageio_png_1.0";

    private Png() {}

    /** The file of an image that has this many pixels an inch. */
    public static byte[] of(BufferedImage image, double dpi) {
        BufferedImage plain = straight(image);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            IIOMetadata about =
                    writer.getDefaultImageMetadata(
                            ImageTypeSpecifier.createFromRenderedImage(plain),
                            writer.getDefaultWriteParam());
            about.mergeTree(FORMAT, resolution(dpi));
            writer.write(null, new IIOImage(plain, null, about), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static IIOMetadataNode resolution(double dpi) {
        String perMeter = Long.toString(Math.round(dpi * INCHES_PER_METER));
        IIOMetadataNode physical = new IIOMetadataNode("pHYs");
        physical.setAttribute("pixelsPerUnitXAxis", perMeter);
        physical.setAttribute("pixelsPerUnitYAxis", perMeter);
        physical.setAttribute("unitSpecifier", "meter");
        IIOMetadataNode tree = new IIOMetadataNode(FORMAT);
        tree.appendChild(physical);
        return tree;
    }

    private static BufferedImage straight(BufferedImage image) {
        if (image.getType() == BufferedImage.TYPE_INT_RGB) {
            return image;
        }
        BufferedImage plain =
                new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB);
        plain.createGraphics().drawImage(image, 0, 0, null);
        return plain;
    }
}
