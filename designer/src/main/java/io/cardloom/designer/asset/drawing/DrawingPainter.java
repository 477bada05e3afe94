package io.cardloom.designer.asset.drawing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.apache.batik.transcoder.SVGAbstractTranscoder;
import org.apache.batik.transcoder.TranscoderException;
import org.apache.batik.transcoder.TranscoderInput;
import org.apache.batik.transcoder.TranscoderOutput;
import org.apache.batik.transcoder.image.ImageTranscoder;
import org.jspecify.annotations.Nullable;

/** Draws with Batik what {@link Drawing#clean} wrote, and nothing else. */
public final class DrawingPainter {

    /** Pixels of the longer edge. */
    public static final int LONGER_EDGE = 2_400;

    private DrawingPainter() {}

    /**
     * The drawing on a transparent ground.
     *
     * @throws io.cardloom.tenancy.refusal.Refusal {@code UPLOAD_SVG_NOT_DRAWN} when Batik cannot,
     *     {@code UPLOAD_SVG_EMPTY} when there is nothing to see
     */
    public static BufferedImage paint(Drawing drawing) {
        double scale = LONGER_EDGE / Math.max(drawing.width(), drawing.height());
        int width = Math.max(1, (int) Math.round(drawing.width() * scale));
        int height = Math.max(1, (int) Math.round(drawing.height() * scale));
        Sheet sheet = new Sheet();
        sheet.addTranscodingHint(SVGAbstractTranscoder.KEY_WIDTH, (float) width);
        sheet.addTranscodingHint(SVGAbstractTranscoder.KEY_HEIGHT, (float) height);
        sheet.addTranscodingHint(SVGAbstractTranscoder.KEY_EXECUTE_ONLOAD, false);
        sheet.addTranscodingHint(SVGAbstractTranscoder.KEY_ALLOW_EXTERNAL_RESOURCES, false);
        sheet.addTranscodingHint(SVGAbstractTranscoder.KEY_ALLOWED_SCRIPT_TYPES, "");
        try {
            sheet.transcode(
                    new TranscoderInput(
                            new InputStreamReader(
                                    new ByteArrayInputStream(drawing.svg()),
                                    StandardCharsets.UTF_8)),
                    new TranscoderOutput());
        } catch (TranscoderException | RuntimeException e) {
            throw Limits.notDrawn();
        }
        BufferedImage image = sheet.image;
        if (image == null) {
            throw Limits.notDrawn();
        }
        refuseEmpty(image);
        return image;
    }

    private static void refuseEmpty(BufferedImage image) {
        int[] row = new int[image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, row.length, 1, row, 0, row.length);
            for (int pixel : row) {
                if (pixel >>> 24 != 0) {
                    return;
                }
            }
        }
        throw Limits.empty();
    }

    private static final class Sheet extends ImageTranscoder {

        private @Nullable BufferedImage image;

        @Override
        public BufferedImage createImage(int width, int height) {
            return new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        }

        @Override
        public void writeImage(BufferedImage drawn, @Nullable TranscoderOutput output) {
            image = drawn;
        }
    }
}
