package io.cardloom.designer.asset.drawing;

import java.io.ByteArrayInputStream;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads an SVG file into nodes. Only what {@link Vocabulary} names becomes a node; a document type
 * is passed over unread; entities, scripts, pictures and text are refused here.
 */
final class DrawingReader {

    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final String XLINK = "http://www.w3.org/1999/xlink";
    private static final Pattern SCRIPTED =
            Pattern.compile(
                    "^[\\s\\p{Cntrl}]*(javascript|vbscript|data:text)", Pattern.CASE_INSENSITIVE);

    private final Notes notes;
    private final StyleSheet styles;
    private int elements;
    private int depth;

    DrawingReader(Notes notes) {
        this.notes = notes;
        this.styles = new StyleSheet(notes);
    }

    Node read(byte[] file) {
        if (file.length > Limits.BYTES) {
            throw Limits.tooLarge();
        }
        try {
            XMLStreamReader xml = factory().createXMLStreamReader(new ByteArrayInputStream(file));
            Node root = root(xml);
            while (xml.hasNext()) {
                step(xml);
            }
            styles.apply(root);
            return root;
        } catch (XMLStreamException e) {
            throw mentionsEntities(file) ? Limits.entities() : Limits.xml();
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        // Above our own limit, which says more than the parser's.
        factory.setProperty("jdk.xml.maxElementDepth", "1000");
        return factory;
    }

    /** Only chooses between two refusals. */
    private static boolean mentionsEntities(byte[] file) {
        String text = new String(file, java.nio.charset.StandardCharsets.ISO_8859_1);
        return text.contains("<!ENTITY");
    }

    private Node root(XMLStreamReader xml) throws XMLStreamException {
        while (step(xml) != XMLStreamConstants.START_ELEMENT) {
            // the prolog
        }
        if (!isSvg(xml) || !"svg".equals(xml.getLocalName())) {
            throw Limits.xml();
        }
        Node root = new Node("svg");
        attributes(xml, root);
        children(xml, root);
        return root;
    }

    private int step(XMLStreamReader xml) throws XMLStreamException {
        int event = xml.next();
        if (event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw Limits.entities();
        }
        if (event == XMLStreamConstants.PROCESSING_INSTRUCTION
                && "xml-stylesheet".equals(xml.getPITarget())) {
            throw Limits.external();
        }
        if (event == XMLStreamConstants.START_ELEMENT) {
            if (++elements > Limits.ELEMENTS) {
                throw Limits.tooManyElements();
            }
            if (++depth > Limits.DEPTH) {
                throw Limits.tooDeep();
            }
        } else if (event == XMLStreamConstants.END_ELEMENT) {
            depth--;
        }
        return event;
    }

    private void children(XMLStreamReader xml, Node parent) throws XMLStreamException {
        while (true) {
            int event = step(xml);
            if (event == XMLStreamConstants.END_ELEMENT) {
                return;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                child(xml, parent);
            }
        }
    }

    private void child(XMLStreamReader xml, Node parent) throws XMLStreamException {
        if (!isSvg(xml)) {
            skip(xml, false);
            return;
        }
        String name = xml.getLocalName();
        switch (Vocabulary.treatment(name)) {
            case KEEP -> {
                Node node = new Node(name);
                attributes(xml, node);
                children(xml, node);
                parent.children.add(node);
            }
            case GROUP -> {
                Node node = new Node("g");
                attributes(xml, node);
                node.attributes.remove("href");
                children(xml, node);
                parent.children.add(node);
            }
            case CHOOSE -> {
                Node node = new Node("switch");
                attributes(xml, node);
                children(xml, node);
                parent.children.add(chosen(node));
            }
            case STYLE -> styles.add(text(xml));
            case LEAVE_OUT -> skip(xml, false);
            case STAND_STILL -> {
                notes.add("Animations were left out; the drawing stands still.");
                skip(xml, false);
            }
            case TEXT -> skip(xml, true);
            case FOREIGN -> {
                if (!"switch".equals(parent.name)) {
                    throw Limits.html();
                }
                skip(xml, false);
            }
            case PICTURE -> throw picture(xml);
            case SCRIPT -> throw Limits.script();
            case UNKNOWN -> throw Limits.feature(name);
        }
    }

    /** Of a choice by what a program can do, the first that is left. */
    private static Node chosen(Node choice) {
        Node group = new Node("g");
        group.id = choice.id;
        group.attributes = choice.attributes;
        if (!choice.children.isEmpty()) {
            group.children.add(choice.children.getFirst());
        }
        return group;
    }

    private static RuntimeException picture(XMLStreamReader xml) {
        String href = xml.getAttributeValue(XLINK, "href");
        if (href == null) {
            href = xml.getAttributeValue(null, "href");
        }
        boolean inside = href == null || href.isBlank() || href.strip().startsWith("data:image/");
        return inside ? Limits.picture() : Limits.external();
    }

    private void attributes(XMLStreamReader xml, Node node) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String space = xml.getAttributeNamespace(i);
            String name = xml.getAttributeLocalName(i);
            String value = xml.getAttributeValue(i);
            if (value.length() > Limits.ATTRIBUTE) {
                throw Limits.path();
            }
            if (space == null || space.isEmpty()) {
                plain(node, name, value);
            } else if (XLINK.equals(space) && "href".equals(name)) {
                link(node, value);
            }
        }
    }

    private static void plain(Node node, String name, String value) {
        if (name.toLowerCase(Locale.ROOT).startsWith("on")) {
            throw Limits.script();
        }
        switch (name) {
            case "id" -> node.id = value;
            case "href" -> link(node, value);
            default -> node.attributes.put(name, value);
        }
    }

    private static void link(Node node, String value) {
        if (SCRIPTED.matcher(value).find()) {
            throw Limits.script();
        }
        node.attributes.put("href", value.strip());
    }

    private void skip(XMLStreamReader xml, boolean refuseText) throws XMLStreamException {
        int outside = depth - 1;
        while (depth > outside) {
            int event = step(xml);
            boolean words =
                    event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA;
            if (words && refuseText && !xml.getText().isBlank()) {
                throw Limits.text();
            }
            if (event == XMLStreamConstants.START_ELEMENT && isSvg(xml)) {
                refuseHidden(xml);
            }
        }
    }

    /** What is refused anywhere is refused in parts that are left out, too. */
    private static void refuseHidden(XMLStreamReader xml) {
        if (Vocabulary.treatment(xml.getLocalName()) == Vocabulary.Treatment.SCRIPT) {
            throw Limits.script();
        }
    }

    private String text(XMLStreamReader xml) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int outside = depth - 1;
        while (depth > outside) {
            int event = step(xml);
            if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.append(xml.getText());
                if (text.length() > Limits.STYLE) {
                    throw Limits.tooLarge();
                }
            }
        }
        return text.toString();
    }

    private static boolean isSvg(XMLStreamReader xml) {
        @Nullable String space = xml.getNamespaceURI();
        return space == null || space.isEmpty() || SVG.equals(space);
    }
}
