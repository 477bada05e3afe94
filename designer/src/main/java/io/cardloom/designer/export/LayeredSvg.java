package io.cardloom.designer.export;

import io.cardloom.designer.cardbody.CardBody;
import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.design.DesignDocument;
import io.cardloom.designer.design.Layer;
import io.cardloom.designer.design.LayerId;
import io.cardloom.designer.ink.Drawing;
import io.cardloom.designer.ink.FieldValues;
import io.cardloom.designer.ink.Paint;
import io.cardloom.designer.ink.Pictures;
import io.cardloom.designer.ink.Planner;
import io.cardloom.designer.ink.Shown;
import io.cardloom.designer.ink.SvgPath;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;

/**
 * One face as SVG 1.1 in micrometers, each layer a layer of Inkscape's. What the color picture does
 * not show, such as hidden layers and other plates, is in it and not displayed.
 */
final class LayeredSvg {

    private static final int PICTURE_DPI = 300;

    private final CardBody body;
    private final Planner planner;
    private final Pictures pictures;
    private final FieldValues values;
    private final StringBuilder svg = new StringBuilder();
    private int definitions;

    LayeredSvg(CardBody body, Planner planner, Pictures pictures) {
        this(body, planner, pictures, FieldValues.samples());
    }

    LayeredSvg(CardBody body, Planner planner, Pictures pictures, FieldValues values) {
        this.body = body;
        this.planner = planner;
        this.pictures = pictures;
        this.values = values;
    }

    String write(DesignDocument document, Face face, String title) {
        int bleed = body.bleed();
        int width = body.width() + 2 * bleed;
        int height = body.height() + 2 * bleed;
        svg.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\"");
        svg.append(" xmlns:xlink=\"http://www.w3.org/1999/xlink\"");
        svg.append(" xmlns:inkscape=\"http://www.inkscape.org/namespaces/inkscape\"");
        svg.append(
                " version=\"1.1\" width=\"%smm\" height=\"%smm\"".formatted(mm(width), mm(height)));
        svg.append(" viewBox=\"%d %d %d %d\">\n".formatted(-bleed, -bleed, width, height));
        svg.append("<title>").append(Xml.text(title)).append("</title>\n");
        begin("Card body", true, 1000);
        svg.append(
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>"
                        .formatted(-bleed, -bleed, width, height, body.color()));
        end();
        for (Map.Entry<LayerId, Layer> entry : document.stack(face)) {
            layer(entry.getKey(), entry.getValue());
        }
        return svg.append("</svg>\n").toString();
    }

    private void layer(LayerId id, Layer layer) {
        begin(LayerNames.of(layer), Shown.PRINTED.includes(layer), layer.opacity());
        switch (planner.draw(id, layer, values)) {
            case Drawing.Fill fill -> {
                if (fill.outline().getCurrentPoint() != null) {
                    path(fill.outline(), paint(fill.paint()));
                }
                fill.coats().forEach(coat -> path(coat.outline(), color(coat.rgb())));
            }
            case Drawing.Picture picture -> picture(picture);
        }
        end();
    }

    private void begin(String label, boolean shown, int opacity) {
        svg.append("<g inkscape:groupmode=\"layer\" inkscape:label=\"").append(Xml.text(label));
        svg.append('"');
        if (!shown) {
            svg.append(" style=\"display:none\"");
        }
        if (opacity < 1000) {
            svg.append(" opacity=\"").append(opacity / 1000.0).append('"');
        }
        svg.append('>');
    }

    private void end() {
        svg.append("</g>\n");
    }

    private void path(Path2D outline, String fill) {
        svg.append("<path fill=\"").append(fill).append("\" d=\"");
        svg.append(SvgPath.of(outline)).append("\"/>");
    }

    private String paint(Paint paint) {
        return switch (paint) {
            case Paint.Solid(int rgb) -> color(rgb);
            case Paint.Linear(int from, int to, AffineTransform axis) ->
                    gradient("linear", "x1=\"0\" y1=\"0\" x2=\"1\" y2=\"0\"", from, to, axis);
            case Paint.Radial(int from, int to, AffineTransform disc) ->
                    gradient("radial", "cx=\"0\" cy=\"0\" r=\"1\"", from, to, disc);
        };
    }

    private String gradient(String kind, String place, int from, int to, AffineTransform matrix) {
        String id = "g" + ++definitions;
        svg.append(
                "<%sGradient id=\"%s\" gradientUnits=\"userSpaceOnUse\" %s gradientTransform=\"%s\">"
                        .formatted(kind, id, place, matrix(matrix)));
        svg.append(
                "<stop offset=\"0\" stop-color=\"%s\"/><stop offset=\"1\" stop-color=\"%s\"/>"
                        .formatted(color(from), color(to)));
        svg.append("</").append(kind).append("Gradient>");
        return "url(#" + id + ")";
    }

    private void picture(Drawing.Picture picture) {
        PlacedPicture.of(picture, pictures, PICTURE_DPI)
                .ifPresent(
                        placed ->
                                svg.append(
                                        "<image width=\"%d\" height=\"%d\" preserveAspectRatio=\"none\" transform=\"%s\" xlink:href=\"data:%s;base64,%s\"/>"
                                                .formatted(
                                                        picture.width(),
                                                        picture.height(),
                                                        matrix(picture.place()),
                                                        placed.mediaType(),
                                                        Base64.getEncoder()
                                                                .encodeToString(placed.file()))));
    }

    private static String matrix(AffineTransform transform) {
        double[] m = new double[6];
        transform.getMatrix(m);
        StringBuilder text = new StringBuilder("matrix(");
        for (int i = 0; i < 6; i++) {
            text.append(i == 0 ? "" : " ").append(String.format(Locale.ROOT, "%.6f", m[i]));
        }
        return text.append(')').toString();
    }

    private static String color(int rgb) {
        return "#%06x".formatted(rgb & 0xffffff);
    }

    private static String mm(int micrometers) {
        return String.format(Locale.ROOT, "%.3f", micrometers / 1000.0);
    }
}
