package io.cardloom.designer.export;

import io.cardloom.designer.cardbody.CardBody;
import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.design.DesignDocument;
import io.cardloom.designer.design.DesignJson;
import io.cardloom.designer.design.Layer;
import io.cardloom.designer.design.LayerId;
import io.cardloom.designer.ink.Drawing;
import io.cardloom.designer.ink.FieldValues;
import io.cardloom.designer.ink.Pictures;
import io.cardloom.designer.ink.Planner;
import io.cardloom.designer.ink.Png;
import io.cardloom.designer.ink.RasterInk;
import io.cardloom.designer.ink.Sheet;
import io.cardloom.designer.ink.Shown;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A design as OpenRaster (0.0.5 of its specification): each layer a PNG, the faces two stacks, and
 * the document as {@code design.json}, which {@link OpenRasterReader} takes back. The same design
 * makes the same bytes.
 */
final class OpenRaster {

    static final String MEDIA_TYPE = "image/openraster";
    static final String DOCUMENT = "design.json";

    private static final int THUMBNAIL = 256;

    private final CardBody body;
    private final Planner planner;
    private final Sheet sheet;
    private final RasterInk ink;
    private final StringBuilder stack = new StringBuilder();
    private int files;

    OpenRaster(CardBody body, Planner planner, Pictures pictures, int dpi) {
        this.body = body;
        this.planner = planner;
        this.sheet = Sheet.of(body, body.bleed(), dpi);
        this.ink = new RasterInk(sheet, pictures);
    }

    byte[] write(DesignDocument document) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            stored(zip, "mimetype", MEDIA_TYPE.getBytes(StandardCharsets.US_ASCII));
            int dpi = (int) Math.round(sheet.dpi());
            stack.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
            stack.append(
                    "<image version=\"0.0.3\" w=\"%d\" h=\"%d\" xres=\"%d\" yres=\"%d\"><stack>\n"
                            .formatted(sheet.widthPx(), sheet.heightPx(), dpi, dpi));
            face(zip, document, Face.FRONT, true);
            face(zip, document, Face.BACK, false);
            stack.append("</stack></image>\n");
            deflated(zip, "stack.xml", stack.toString().getBytes(StandardCharsets.UTF_8));
            BufferedImage merged = ink.filled(color());
            ink.draw(
                    merged,
                    planner.plan(document, Face.FRONT, FieldValues.samples(), Shown.PRINTED)
                            .drawings());
            stored(zip, "mergedimage.png", Png.of(merged, sheet.dpi()));
            stored(zip, "Thumbnails/thumbnail.png", Png.of(thumbnail(merged), 72));
            deflated(zip, DOCUMENT, DesignJson.write(document).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void face(ZipOutputStream zip, DesignDocument document, Face face, boolean shown)
            throws IOException {
        stack.append(
                "<stack name=\"%s\" opacity=\"1.0\" visibility=\"%s\">\n"
                        .formatted(Xml.text(face.word()), visibility(shown)));
        for (Map.Entry<LayerId, Layer> entry : document.stack(face).reversed()) {
            layer(zip, entry.getKey(), entry.getValue());
        }
        BufferedImage plastic = ink.filled(color());
        file(zip, plastic, new Rectangle(sheet.widthPx(), sheet.heightPx()));
        stack.append(
                " name=\"Card body\" opacity=\"1.0\" visibility=\"visible\""
                        + " edit-locked=\"true\"/>\n");
        stack.append("</stack>\n");
    }

    private void layer(ZipOutputStream zip, LayerId id, Layer layer) throws IOException {
        Layer whole =
                new Layer(
                        layer.face(),
                        layer.order(),
                        layer.name(),
                        layer.box(),
                        1000,
                        layer.locked(),
                        false,
                        layer.tags(),
                        layer.content());
        Drawing drawing = planner.draw(id, whole, FieldValues.samples());
        BufferedImage image = ink.clear();
        ink.draw(image, List.of(drawing));
        Rectangle place = sheet.toPixels().createTransformedShape(drawing.bounds()).getBounds();
        place.grow(2, 2);
        place = place.intersection(new Rectangle(sheet.widthPx(), sheet.heightPx()));
        if (place.isEmpty()) {
            place = new Rectangle(1, 1);
        }
        file(zip, image, place);
        stack.append(
                " name=\"%s\" opacity=\"%s\" visibility=\"%s\"%s/>\n"
                        .formatted(
                                Xml.text(LayerNames.of(layer)),
                                layer.opacity() / 1000.0,
                                visibility(Shown.PRINTED.includes(layer)),
                                layer.locked() ? " edit-locked=\"true\"" : ""));
    }

    private void file(ZipOutputStream zip, BufferedImage image, Rectangle place)
            throws IOException {
        String name = "data/layer%03d.png".formatted(++files);
        BufferedImage part = image.getSubimage(place.x, place.y, place.width, place.height);
        BufferedImage plain = new BufferedImage(place.width, place.height, image.getType());
        plain.createGraphics().drawImage(part, 0, 0, null);
        stored(zip, name, Png.of(plain, sheet.dpi()));
        stack.append("<layer src=\"%s\" x=\"%d\" y=\"%d\"".formatted(name, place.x, place.y));
    }

    private static BufferedImage thumbnail(BufferedImage image) {
        double scale = (double) THUMBNAIL / Math.max(image.getWidth(), image.getHeight());
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = small.createGraphics();
        g.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.drawImage(
                image.getScaledInstance(width, height, java.awt.Image.SCALE_AREA_AVERAGING),
                0,
                0,
                null);
        g.dispose();
        return small;
    }

    private int color() {
        return Integer.parseInt(body.color().substring(1), 16);
    }

    private static String visibility(boolean shown) {
        return shown ? "visible" : "hidden";
    }

    private static void stored(ZipOutputStream zip, String name, byte[] content)
            throws IOException {
        ZipEntry entry = entry(name);
        CRC32 crc = new CRC32();
        crc.update(content);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private static void deflated(ZipOutputStream zip, String name, byte[] content)
            throws IOException {
        zip.putNextEntry(entry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(java.time.LocalDateTime.of(1980, 1, 1, 0, 0));
        return entry;
    }
}
