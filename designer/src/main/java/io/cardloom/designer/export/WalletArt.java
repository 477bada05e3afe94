package io.cardloom.designer.export;

import io.cardloom.designer.cardbody.CardBody;
import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.design.DesignDocument;
import io.cardloom.designer.design.FieldContent;
import io.cardloom.designer.design.Layer;
import io.cardloom.designer.design.LayerId;
import io.cardloom.designer.ink.FieldValues;
import io.cardloom.designer.ink.Pictures;
import io.cardloom.designer.ink.Planner;
import io.cardloom.designer.ink.RasterInk;
import io.cardloom.designer.ink.Sheet;
import io.cardloom.designer.ink.Shown;
import io.cardloom.designer.png.PngTemplate;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The picture of a card in a wallet, as issuers hand it to wallets: 1536 by 969 pixels (969 by 1536
 * for an upright card), square corners, at most 3 MB; no field, and nothing that is only printed.
 */
final class WalletArt {

    static final int LONG_SIDE = 1_536;
    static final int SHORT_SIDE = 969;
    static final int MOST_BYTES = 3_000_000;
    static final int ICON = 100;

    private static final int WHITE = 0xffffff;
    private static final double MICROMETERS_PER_INCH = 25_400;

    private final CardBody body;
    private final Planner planner;
    private final Pictures pictures;

    WalletArt(CardBody body, Planner planner, Pictures pictures) {
        this.body = body;
        this.planner = planner;
        this.pictures = pictures;
    }

    /** The art as PNG of red, green and blue. */
    byte[] art(DesignDocument document) {
        BufferedImage art = draw(document);
        int[] pixels = art.getRGB(0, 0, art.getWidth(), art.getHeight(), null, 0, art.getWidth());
        byte[] png = png(pixels, art.getWidth(), art.getHeight());
        for (int bits = 7; png.length > MOST_BYTES; bits--) {
            png = png(coarser(pixels, bits), art.getWidth(), art.getHeight());
        }
        return png;
    }

    /** The square in the middle of the art. */
    byte[] icon(DesignDocument document) {
        BufferedImage art = draw(document);
        int side = Math.min(art.getWidth(), art.getHeight());
        BufferedImage square =
                art.getSubimage(
                        (art.getWidth() - side) / 2, (art.getHeight() - side) / 2, side, side);
        BufferedImage icon = new BufferedImage(ICON, ICON, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = icon.createGraphics();
        g.drawImage(square.getScaledInstance(ICON, ICON, Image.SCALE_AREA_AVERAGING), 0, 0, null);
        g.dispose();
        return png(icon.getRGB(0, 0, ICON, ICON, null, 0, ICON), ICON, ICON);
    }

    private BufferedImage draw(DesignDocument document) {
        boolean upright = body.height() > body.width();
        int width = upright ? SHORT_SIDE : LONG_SIDE;
        int height = upright ? LONG_SIDE : SHORT_SIDE;
        double scale = Math.max((double) width / body.width(), (double) height / body.height());
        Sheet sheet = Sheet.of(body, 0, scale * MICROMETERS_PER_INCH);
        RasterInk ink = new RasterInk(sheet, pictures);
        BufferedImage image =
                new BufferedImage(
                        Math.max(width, sheet.widthPx()),
                        Math.max(height, sheet.heightPx()),
                        BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(new java.awt.Color(Integer.parseInt(body.color().substring(1), 16)));
        g.fillRect(0, 0, image.getWidth(), image.getHeight());
        g.dispose();
        ink.draw(
                image,
                planner.plan(impersonal(document), Face.FRONT, FieldValues.samples(), Shown.DIGITAL)
                        .whole()
                        .drawings());
        return image.getSubimage(
                (image.getWidth() - width) / 2, (image.getHeight() - height) / 2, width, height);
    }

    private static DesignDocument impersonal(DesignDocument document) {
        Map<LayerId, Layer> layers = new TreeMap<>(java.util.Comparator.comparing(LayerId::value));
        document.layers()
                .forEach(
                        (id, layer) -> {
                            if (!(layer.content() instanceof FieldContent)) {
                                layers.put(id, layer);
                            }
                        });
        return new DesignDocument(document.schema(), document.cardBody(), layers);
    }

    /** The same with fewer bits a channel; white stays white. */
    private static int[] coarser(int[] pixels, int bits) {
        int[] levels = new int[256];
        for (int i = 0; i < 256; i++) {
            int most = (1 << bits) - 1;
            levels[i] = (i * most + 127) / 255 * 255 / most;
        }
        int[] coarse = new int[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            int rgb = pixels[i];
            coarse[i] =
                    levels[rgb >> 16 & 255] << 16 | levels[rgb >> 8 & 255] << 8 | levels[rgb & 255];
        }
        return coarse;
    }

    private static byte[] png(int[] pixels, int width, int height) {
        int[] rgb = new int[pixels.length];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = pixels[i] & WHITE;
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            PngTemplate.of(rgb, width, height, 72, List.of(), rgb)
                    .writer()
                    .write(png, rgb, List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }
}
