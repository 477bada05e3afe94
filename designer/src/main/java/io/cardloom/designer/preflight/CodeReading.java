package io.cardloom.designer.preflight;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import io.cardloom.designer.ink.Drawing;
import io.cardloom.designer.ink.RasterInk;
import io.cardloom.designer.ink.Sheet;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.List;
import java.util.Map;

/**
 * Reads each code as it lies on the card, in several sizes and ways: one alone misses good ones.
 */
final class CodeReading {

    private static final int[] DPI = {300, 600};

    private CodeReading() {}

    static void reads(Rule rule, FaceBench bench, List<Finding> findings) {
        for (CodeChecks.Placed one : CodeChecks.codes(bench)) {
            if (!isReadable(bench, one)) {
                findings.add(
                        bench.finding(
                                rule,
                                rule.severity(),
                                FaceBench.place(one.layer()),
                                one.id(),
                                "Our reader cannot read " + FaceBench.called(one.layer()),
                                "Make it larger, plain black on white, and let nothing lie on"
                                        + " it; then try it with a phone."));
            }
        }
    }

    private static boolean isReadable(FaceBench bench, CodeChecks.Placed one) {
        for (int dpi : DPI) {
            BufferedImage image = drawn(bench, one, dpi);
            if (says(image, one.code().data())) {
                return true;
            }
        }
        return false;
    }

    /** The code's box upright, with all that is drawn from the code upwards. */
    private static BufferedImage drawn(FaceBench bench, CodeChecks.Placed one, int dpi) {
        Sheet sheet = Sheet.of(bench.body(), bench.body().bleed(), dpi);
        RasterInk ink = new RasterInk(sheet, bench.bench().pictures());
        Rectangle place =
                sheet.toPixels().createTransformedShape(FaceBench.place(one.layer())).getBounds();
        BufferedImage image =
                new BufferedImage(
                        Math.clamp(place.width, 1, 4_000),
                        Math.clamp(place.height, 1, 4_000),
                        BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(new Color(Luminance.parse(bench.body().color())));
        g.fillRect(0, 0, image.getWidth(), image.getHeight());
        g.translate(-place.x, -place.y);
        List<Drawing> all = bench.plan().drawings();
        for (Drawing drawing : all.subList(all.indexOf(one.drawing()), all.size())) {
            if (drawing.bounds().intersects(FaceBench.place(one.layer()))) {
                ink.draw(g, drawing);
            }
        }
        g.dispose();
        return image;
    }

    private static boolean says(BufferedImage image, String data) {
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        var source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
        return List.of(
                        new BinaryBitmap(new HybridBinarizer(source)),
                        new BinaryBitmap(new GlobalHistogramBinarizer(source)),
                        new BinaryBitmap(new HybridBinarizer(source.invert())))
                .stream()
                .anyMatch(bitmap -> says(bitmap, data));
    }

    private static boolean says(BinaryBitmap bitmap, String data) {
        try {
            return new MultiFormatReader()
                    .decode(bitmap, Map.of(DecodeHintType.TRY_HARDER, true))
                    .getText()
                    .equals(data);
        } catch (NotFoundException none) {
            return false;
        }
    }
}
