package io.cardloom.designer.asset.picture;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.awt.image.DirectColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes a canvas as a file of its own, with nothing in it but the picture. */
final class MasterWriter {

    /** Bytes of a lossless master without transparency at most; beyond, it becomes a JPEG. */
    private static final int LARGEST_LOSSLESS = 16 << 20;

    private static final float QUALITY = 0.95f;

    private MasterWriter() {}

    static Master write(Canvas canvas, boolean lossless, List<String> notes) throws IOException {
        BufferedImage image = image(canvas);
        if (lossless || canvas.transparent) {
            byte[] png =
                    coded(image, "png", canvas.transparent ? Integer.MAX_VALUE : LARGEST_LOSSLESS);
            if (png.length > 0) {
                return new Master(true, canvas.width, canvas.height, png, notes);
            }
            notes = new ArrayList<>(notes);
            notes.add(
                    "The picture is kept as a JPEG of high quality, because as a PNG it is over 16"
                            + " MB.");
        }
        byte[] jpeg = coded(image, "jpeg", Integer.MAX_VALUE);
        return new Master(false, canvas.width, canvas.height, jpeg, notes);
    }

    /** A view on the canvas, without an alpha channel where nothing shines through. */
    private static BufferedImage image(Canvas canvas) {
        int[] masks = {0xFF0000, 0xFF00, 0xFF, 0xFF000000};
        if (!canvas.transparent) {
            masks = new int[] {0xFF0000, 0xFF00, 0xFF};
        }
        WritableRaster raster =
                Raster.createPackedRaster(
                        new DataBufferInt(canvas.argb, canvas.argb.length),
                        canvas.width,
                        canvas.height,
                        canvas.width,
                        masks,
                        null);
        DirectColorModel colors =
                canvas.transparent
                        ? new DirectColorModel(32, 0xFF0000, 0xFF00, 0xFF, 0xFF000000)
                        : new DirectColorModel(24, 0xFF0000, 0xFF00, 0xFF);
        return new BufferedImage(colors, raster, false, null);
    }

    /** The coded picture; empty when it would be longer than allowed. */
    private static byte[] coded(BufferedImage image, String format, int most) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        Bounded bytes = new Bounded(most);
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam param = writer.getDefaultWriteParam();
            if ("jpeg".equals(format.toLowerCase(Locale.ROOT))) {
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionQuality(QUALITY);
            }
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.full ? new byte[0] : bytes.toByteArray();
    }

    /** Forgets what goes beyond the bound. */
    private static final class Bounded extends ByteArrayOutputStream {

        private final int most;
        private boolean full;

        private Bounded(int most) {
            this.most = most;
        }

        @Override
        public synchronized void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public synchronized void write(byte[] bytes, int from, int length) {
            full |= count + (long) length > most;
            if (full) {
                count = 0;
            } else {
                super.write(bytes, from, length);
            }
        }
    }
}
