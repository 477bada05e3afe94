package io.cardloom.designer.asset.picture;

import io.cardloom.designer.asset.picture.PictureFile.Format;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Decodes a walked picture into its master, in strips, so that a small heap does for the largest
 * picture. Runs in the decoder's own JVM only.
 */
public final class PictureDecoder {

    /** Bytes of the decoded pixels that are held at once. */
    private static final long STRIP = 40L << 20;

    /** Reading a strip means decoding everything above it again. */
    private static final int MOST_STRIPS = 4;

    private PictureDecoder() {}

    /**
     * Makes the master.
     *
     * @throws io.cardloom.tenancy.refusal.Refusal {@code UPLOAD_DAMAGED}
     */
    public static Master decode(PictureFile file) throws IOException {
        int step = step(file);
        int sourceWidth = (file.width() + step - 1) / step;
        int sourceHeight = (file.height() + step - 1) / step;
        double factor =
                Math.min(1, (double) Master.LONGEST_EDGE / Math.max(sourceWidth, sourceHeight));
        int width = Math.max(1, (int) Math.round(sourceWidth * factor));
        int height = Math.max(1, (int) Math.round(sourceHeight * factor));
        Canvas canvas = new Canvas(width, height, file.orientation());
        AreaScale scale = new AreaScale(sourceWidth, sourceHeight, width, height, canvas);
        boolean gray = read(file, step, scale);
        scale.finish();
        List<String> notes = new ArrayList<>(file.notes());
        if (width != file.width() || height != file.height()) {
            notes.add(
                    "The picture was reduced from %,d × %,d to %,d × %,d pixels."
                            .formatted(file.width(), file.height(), width, height));
        }
        if (file.orientation() != 1) {
            notes.add("The picture was turned upright.");
        }
        @Nullable String colors = ColorProfile.apply(file.profile(), gray, canvas);
        if (colors != null) {
            notes.add(colors);
        }
        return MasterWriter.write(canvas, file.format() == Format.PNG, notes);
    }

    /** Makes a master of something that was drawn, as a PNG. */
    public static Master drawn(BufferedImage drawn, List<String> notes) throws IOException {
        Canvas canvas = new Canvas(drawn.getWidth(), drawn.getHeight(), 1);
        int[] row = new int[drawn.getWidth()];
        for (int y = 0; y < drawn.getHeight(); y++) {
            drawn.getRGB(0, y, row.length, 1, row, 0, row.length);
            canvas.put(y, row);
        }
        return MasterWriter.write(canvas, true, notes);
    }

    /** Only every step-th pixel is read, where reading all would take too many strips. */
    private static int step(PictureFile file) {
        int step = 1;
        while (bytes(file, step) > STRIP * MOST_STRIPS) {
            step++;
        }
        return step;
    }

    private static long bytes(PictureFile file, int step) {
        return (long) (file.width() / step + 1) * (file.height() / step + 1) * file.bytesPerPixel();
    }

    private static boolean read(PictureFile file, int step, AreaScale scale) throws IOException {
        int strips = (int) Math.ceilDiv(bytes(file, step), STRIP);
        int rows = Math.ceilDiv(Math.ceilDiv(file.height(), strips), step) * step;
        boolean gray = false;
        for (int y = 0; y < file.height(); y += rows) {
            BufferedImage strip = strip(file, step, y, Math.min(rows, file.height() - y));
            gray = strip.getColorModel().getNumColorComponents() == 1;
            PixelRows pixels = new PixelRows(strip);
            int[] row = new int[strip.getWidth()];
            for (int i = 0; i < strip.getHeight(); i++) {
                pixels.read(i, row);
                scale.add(row);
            }
        }
        return gray;
    }

    private static BufferedImage strip(PictureFile file, int step, int y, int rows)
            throws IOException {
        String format = file.format().name().toLowerCase(Locale.ROOT);
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        try (MemoryCacheImageInputStream in =
                new MemoryCacheImageInputStream(new ByteArrayInputStream(file.content()))) {
            reader.setInput(in, true, true);
            if (reader.getWidth(0) != file.width() || reader.getHeight(0) != file.height()) {
                throw PictureFile.damaged("its measures contradict each other");
            }
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceRegion(new Rectangle(0, y, file.width(), rows));
            param.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, param);
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw PictureFile.damaged("its pixels cannot be decoded");
        } finally {
            reader.dispose();
        }
    }
}
