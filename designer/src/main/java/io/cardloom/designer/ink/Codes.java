package io.cardloom.designer.ink;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.datamatrix.DataMatrixWriter;
import com.google.zxing.datamatrix.encoder.SymbolShapeHint;
import com.google.zxing.oned.Code128Writer;
import com.google.zxing.oned.EAN13Writer;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import io.cardloom.designer.design.Box;
import io.cardloom.designer.design.CodeContent;
import io.cardloom.tenancy.refusal.Refusal;
import java.awt.geom.Path2D;
import java.util.Map;

/** The dark parts of codes that machines read. */
final class Codes {

    private Codes() {}

    /**
     * A code laid on a grid.
     *
     * @param quiet modules that stay light on each side; ISO/IEC 18004, 6.3.8: 4; ISO/IEC 16022, 8:
     *     1, we keep 2; ISO/IEC 15417, 4.4: 10; ISO/IEC 15420, 4.3.4.1: 11 on the left, we keep it
     *     on both sides
     */
    private record Grid(BitMatrix dark, int quiet, boolean square) {}

    /**
     * The dark parts in a box, before rotation. A code of two dimensions has square modules and
     * lies in the middle of its box; a linear one is as high as its box.
     *
     * @throws Refusal {@code CODE_DATA} when the code cannot say that
     */
    static Path2D.Double outline(CodeContent code, Box box) {
        Grid grid = grid(code);
        BitMatrix dark = grid.dark();
        int across = dark.getWidth() + 2 * grid.quiet();
        double module = module(code, grid, box);
        double rows = grid.square() ? dark.getHeight() : 1;
        double height = grid.square() ? module : box.height();
        double left = box.x() + (box.width() - module * across) / 2 + module * grid.quiet();
        double top = box.y() + (box.height() - height * rows) / 2;
        Path2D.Double path = new Path2D.Double();
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < dark.getWidth(); x++) {
                int end = x;
                while (end < dark.getWidth() && dark.get(end, y)) {
                    end++;
                }
                if (end > x) {
                    bar(path, left + x * module, top + y * height, (end - x) * module, height);
                    x = end;
                }
            }
        }
        return path;
    }

    /** The side of the smallest part, micrometers. */
    static double module(CodeContent code, Box box) {
        return module(code, grid(code), box);
    }

    private static double module(CodeContent code, Grid grid, Box box) {
        double across = (double) box.width() / (grid.dark().getWidth() + 2 * grid.quiet());
        double down = (double) box.height() / (grid.dark().getHeight() + 2 * grid.quiet());
        return grid.square() ? Math.min(across, down) : across;
    }

    private static void bar(Path2D.Double path, double x, double y, double width, double height) {
        path.moveTo(x, y);
        path.lineTo(x + width, y);
        path.lineTo(x + width, y + height);
        path.lineTo(x, y + height);
        path.closePath();
    }

    private static Grid grid(CodeContent code) {
        try {
            return switch (code.symbology()) {
                case QR -> new Grid(qr(code), 4, true);
                case DATA_MATRIX ->
                        new Grid(
                                new DataMatrixWriter()
                                        .encode(
                                                code.data(),
                                                BarcodeFormat.DATA_MATRIX,
                                                0,
                                                0,
                                                Map.of(
                                                        EncodeHintType.DATA_MATRIX_SHAPE,
                                                        SymbolShapeHint.FORCE_SQUARE)),
                                2,
                                true);
                case CODE128 ->
                        new Grid(
                                new Code128Writer()
                                        .encode(
                                                code.data(),
                                                BarcodeFormat.CODE_128,
                                                0,
                                                1,
                                                Map.of(EncodeHintType.MARGIN, 0)),
                                10,
                                false);
                case EAN13 ->
                        new Grid(
                                new EAN13Writer()
                                        .encode(
                                                code.data(),
                                                BarcodeFormat.EAN_13,
                                                0,
                                                1,
                                                Map.of(EncodeHintType.MARGIN, 0)),
                                11,
                                false);
            };
        } catch (WriterException | IllegalArgumentException e) {
            throw Refusal.invalid(
                    "CODE_DATA", "This code cannot say that; shorten it or choose another code.");
        }
    }

    private static BitMatrix qr(CodeContent code) throws WriterException {
        ByteMatrix cells =
                Encoder.encode(
                                code.data(),
                                ErrorCorrectionLevel.valueOf(code.level().name()),
                                Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"))
                        .getMatrix();
        BitMatrix dark = new BitMatrix(cells.getWidth(), cells.getHeight());
        for (int y = 0; y < cells.getHeight(); y++) {
            for (int x = 0; x < cells.getWidth(); x++) {
                if (cells.get(x, y) == 1) {
                    dark.set(x, y);
                }
            }
        }
        return dark;
    }
}
