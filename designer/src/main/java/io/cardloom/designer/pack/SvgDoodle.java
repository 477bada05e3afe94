package io.cardloom.designer.pack;

import io.cardloom.designer.design.PathContent;
import io.cardloom.tenancy.refusal.Refusal;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Makes a drawing of an SVG file's paths (SVG 1.1, 8). Nothing but paths in groups, their
 * transforms, and plain fills and strokes is taken; a file with anything else that would be seen is
 * refused with a list of it, because what came out would not be what went in.
 */
final class SvgDoodle {

    static final int MOST_BYTES = 200 << 10;

    /** How long the longer side of a drawing is at first. */
    private static final int NATURAL = 18_000;

    private static final int MOST_ELEMENTS = 400;
    private static final int DEPTH = 24;
    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final Set<String> UNSEEN = Set.of("title", "desc", "metadata");

    private record Drawn(Path2D outline, SvgPaint paint, double scale) {}

    private final String label;
    private final TreeMap<String, Integer> others = new TreeMap<>();
    private final List<Drawn> paths = new ArrayList<>();
    private final Deque<SvgPaint> paints = new ArrayDeque<>();
    private final Deque<AffineTransform> places = new ArrayDeque<>();
    private int elements;

    private SvgDoodle(String label) {
        this.label = label;
        paints.push(SvgPaint.FIRST);
        places.push(new AffineTransform());
    }

    /**
     * @throws Refusal {@code PACK_DRAWING_SIZE}, {@code PACK_DRAWING_DAMAGED}, {@code
     *     PACK_DRAWING_NOT_TAKEN} with what was not taken, {@code PACK_DRAWING_EMPTY}, or that of
     *     its name or of a path
     */
    static Doodle read(DrawingFile file) {
        String label =
                PackBounds.label(file.name().replaceFirst("(?i)\\.svg$", "").replace('_', ' '));
        if (file.content().length > MOST_BYTES) {
            throw refused("PACK_DRAWING_SIZE", label, "may have 200 KB. Simplify its paths");
        }
        SvgDoodle reading = new SvgDoodle(label);
        try {
            reading.walk(factory().createXMLStreamReader(new ByteArrayInputStream(file.content())));
        } catch (XMLStreamException | IllegalArgumentException e) {
            throw refused(
                    "PACK_DRAWING_DAMAGED",
                    label,
                    "is no SVG that can be read: its XML, a path or a transform is broken. Save it"
                            + " anew as plain SVG");
        }
        return reading.doodle();
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        return factory;
    }

    private void walk(XMLStreamReader xml) throws XMLStreamException {
        boolean first = true;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (first && !xml.getLocalName().equals("svg")) {
                    throw new XMLStreamException("no svg");
                }
                first = false;
                start(xml);
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                paints.pop();
                places.pop();
            } else if (event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new XMLStreamException("an entity");
            }
        }
    }

    private void start(XMLStreamReader xml) throws XMLStreamException {
        if (++elements > MOST_ELEMENTS || paints.size() > DEPTH) {
            throw refused(
                    "PACK_DRAWING_SIZE",
                    label,
                    "has more than "
                            + MOST_ELEMENTS
                            + " elements or "
                            + DEPTH
                            + " groups in each"
                            + " other. Simplify it");
        }
        String name = xml.getLocalName();
        boolean ours = SVG.equals(xml.getNamespaceURI());
        if (!ours || UNSEEN.contains(name)) {
            skip(xml);
            return;
        }
        switch (name) {
            case "svg", "g", "path" -> {
                SvgPaint paint = paints.getFirst();
                AffineTransform place = new AffineTransform(places.getFirst());
                for (int i = 0; i < xml.getAttributeCount(); i++) {
                    String attribute = xml.getAttributeLocalName(i);
                    String value = xml.getAttributeValue(i).strip();
                    if (xml.getAttributeNamespace(i) == null
                            || xml.getAttributeNamespace(i).isEmpty()) {
                        if (attribute.equals("transform") && !name.equals("svg")) {
                            place.concatenate(SvgPath.transform(value));
                        } else {
                            paint = paint.with(attribute, value, this::notTaken);
                        }
                    }
                }
                if (name.equals("path")) {
                    path(xml.getAttributeValue(null, "d"), paint, place);
                }
                paints.push(paint);
                places.push(place);
            }
            default -> {
                notTaken("<" + name + ">");
                skip(xml);
            }
        }
    }

    /** Passes over an element and all in it; its end is met here, so nothing is pushed for it. */
    private void skip(XMLStreamReader xml) throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (++elements > MOST_ELEMENTS) {
                    throw refused("PACK_DRAWING_SIZE", label, "has too many elements");
                }
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
    }

    private void notTaken(String what) {
        others.merge(what, 1, Integer::sum);
    }

    private void path(
            @org.jspecify.annotations.Nullable String d, SvgPaint paint, AffineTransform place) {
        if (d != null && !d.isBlank() && paint.isSeen()) {
            Path2D outline = SvgPath.outline(d);
            outline.transform(place);
            paths.add(new Drawn(outline, paint, Math.sqrt(Math.abs(place.getDeterminant()))));
        }
    }

    private Doodle doodle() {
        if (!others.isEmpty()) {
            String list =
                    others.entrySet().stream()
                            .limit(12)
                            .map(e -> e.getKey() + (e.getValue() > 1 ? " × " + e.getValue() : ""))
                            .collect(Collectors.joining(", "));
            throw refused(
                    "PACK_DRAWING_NOT_TAKEN",
                    label,
                    "has more than paths with plain colors. Not taken: "
                            + list
                            + ". Turn it into paths and save it as plain SVG");
        }
        Rectangle2D around = null;
        for (Drawn one : paths) {
            Rectangle2D bounds = one.paint().around(one.outline().getBounds2D(), one.scale());
            around = around == null ? bounds : around.createUnion(bounds);
        }
        double longer = around == null ? 0 : Math.max(around.getWidth(), around.getHeight());
        if (around == null || !(longer > 0) || longer > 1e9) {
            throw refused("PACK_DRAWING_EMPTY", label, "has no path that would be seen. Draw one");
        }
        double scale = NATURAL / longer;
        int width = Math.max(PackBounds.LEAST_SIZE, (int) Math.ceil(around.getWidth() * scale));
        int height = Math.max(PackBounds.LEAST_SIZE, (int) Math.ceil(around.getHeight() * scale));
        AffineTransform fit = AffineTransform.getScaleInstance(scale, scale);
        fit.translate(-around.getX(), -around.getY());
        if (paths.size() > PackJson.MOST_PATHS) {
            throw refused(
                    "PACK_DRAWING_SIZE",
                    label,
                    "has more than " + PackJson.MOST_PATHS + " paths. Unite those of one color");
        }
        List<PathContent> all =
                paths.stream()
                        .map(
                                one ->
                                        one.paint()
                                                .path(
                                                        SvgPath.write(one.outline(), fit),
                                                        width,
                                                        height,
                                                        one.scale() * scale))
                        .toList();
        long colors = paths.stream().flatMap(one -> one.paint().colors()).distinct().count();
        return PackBounds.checked(new Doodle(label, width, height, colors == 1, all));
    }

    private static Refusal refused(String code, String label, String what) {
        return Refusal.invalid(code, "The drawing \u2018" + label + "\u2019 " + what + ".");
    }
}
