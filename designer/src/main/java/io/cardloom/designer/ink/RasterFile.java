package io.cardloom.designer.ink;

import io.cardloom.designer.design.Crop;
import io.cardloom.designer.design.Pictured;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** The raster master of a picture: a PNG or JPEG that Cardloom encoded itself. */
public final class RasterFile {

    private final byte[] file;
    private final int width;
    private final int height;
    private final boolean jpeg;
    private final int components;

    /**
     * @throws UncheckedIOException when it is neither PNG nor JPEG
     */
    public RasterFile(byte[] file) {
        this.file = file;
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            ImageReader reader = reader(in);
            this.width = reader.getWidth(0);
            this.height = reader.getHeight(0);
            this.jpeg = reader.getFormatName().equalsIgnoreCase("jpeg");
            this.components = reader.getRawImageType(0).getNumComponents();
            reader.dispose();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** Whether a PDF can hold the file as it is (DCTDecode, ISO 32000-1, 7.4.8). */
    boolean isJpeg() {
        return jpeg && (components == 1 || components == 3);
    }

    int components() {
        return components;
    }

    byte[] file() {
        return file;
    }

    /** The file itself, where it is a JPEG that is placed whole and plain. */
    public Optional<byte[]> jpegOf(Pictured content) {
        boolean whole = content.crop().equals(Crop.NONE) && PictureRaster.isPlain(content);
        return whole && isJpeg() ? Optional.of(file.clone()) : Optional.empty();
    }

    /** The whole picture in exactly this many pixels, as {@link #scaled(Crop, int, int)}. */
    public BufferedImage scaled(int toWidth, int toHeight) {
        return scaled(Crop.NONE, toWidth, toHeight);
    }

    /**
     * The part of the picture that a crop leaves, not mirrored, in exactly this many pixels,
     * premultiplied; smaller ones are averaged down, never more than about twice as many pixels are
     * decoded.
     */
    BufferedImage scaled(Crop crop, int toWidth, int toHeight) {
        Rectangle part = part(crop);
        int step = Math.max(1, Math.min(part.width / (2 * toWidth), part.height / (2 * toHeight)));
        BufferedImage image = decode(part, step);
        while (image.getWidth() >= 2 * toWidth && image.getHeight() >= 2 * toHeight) {
            image = resize(image, (image.getWidth() + 1) / 2, (image.getHeight() + 1) / 2, false);
        }
        boolean fits = image.getWidth() == toWidth && image.getHeight() == toHeight;
        return resize(image, toWidth, toHeight, !fits);
    }

    /** What a crop leaves, in whole pixels of the file, at least one each way. */
    public Rectangle part(Crop crop) {
        int left = Math.round((float) width * crop.left() / Crop.WHOLE);
        int top = Math.round((float) height * crop.top() / Crop.WHOLE);
        int right = Math.round((float) width * crop.right() / Crop.WHOLE);
        int bottom = Math.round((float) height * crop.bottom() / Crop.WHOLE);
        left = Math.min(left, width - 1);
        top = Math.min(top, height - 1);
        return new Rectangle(
                left, top, Math.max(1, width - right - left), Math.max(1, height - bottom - top));
    }

    private BufferedImage decode(Rectangle part, int step) {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            ImageReader reader = reader(in);
            ImageReadParam how = reader.getDefaultReadParam();
            how.setSourceRegion(part);
            how.setSourceSubsampling(step, step, 0, 0);
            BufferedImage image = reader.read(0, how);
            reader.dispose();
            return image;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ImageReader reader(ImageInputStream in) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
        if (!readers.hasNext()) {
            throw new IOException("the raster master of a picture is no PNG or JPEG");
        }
        ImageReader reader = readers.next();
        reader.setInput(in, false, true);
        return reader;
    }

    private static BufferedImage resize(BufferedImage image, int width, int height, boolean cubic) {
        BufferedImage resized = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D g = resized.createGraphics();
        g.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION,
                cubic
                        ? RenderingHints.VALUE_INTERPOLATION_BICUBIC
                        : RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        g.drawImage(image, 0, 0, width, height, null);
        g.dispose();
        return resized;
    }
}
