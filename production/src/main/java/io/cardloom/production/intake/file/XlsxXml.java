package io.cardloom.production.intake.file;

import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Walks through one part of a workbook, in UTF-8; resolves nothing outside and knows no document
 * types.
 */
final class XlsxXml {

    private static final XMLInputFactory XML = factory();

    private final XMLStreamReader reader;

    XlsxXml(InputStream part) {
        try {
            // Closing a part must not close the archive around it.
            this.reader = XML.createXMLStreamReader(new Unclosed(utf8(part)));
        } catch (XMLStreamException | RuntimeException e) {
            throw XlsxFaults.broken();
        }
    }

    /** To the next beginning or end of an element; false at the end of the part. */
    boolean next() throws IOException {
        while (true) {
            int event = step();
            if (event == XMLStreamConstants.DTD) {
                throw XlsxFaults.active();
            }
            if (event == XMLStreamConstants.START_ELEMENT
                    || event == XMLStreamConstants.END_ELEMENT) {
                return true;
            }
            if (event == XMLStreamConstants.END_DOCUMENT) {
                return false;
            }
        }
    }

    boolean begins() {
        return reader.isStartElement();
    }

    String name() {
        return reader.getLocalName();
    }

    /** An attribute by its local name; empty when it is not there. */
    String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return "";
    }

    /** Appends the text up to the element's end, as far as a value may be long, and passes it. */
    void text(StringBuilder into) throws IOException {
        while (true) {
            int event = step();
            if (event == XMLStreamConstants.END_ELEMENT) {
                return;
            }
            if (event == XMLStreamConstants.START_ELEMENT
                    || event == XMLStreamConstants.END_DOCUMENT
                    || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw XlsxFaults.broken();
            }
            if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                int room = FileForm.MOST_CHARACTERS + 1 - into.length();
                int length = Math.min(room, reader.getTextLength());
                into.append(reader.getTextCharacters(), reader.getTextStart(), length);
            }
        }
    }

    /** Passes over the element that has just begun. */
    void skip() throws IOException {
        int depth = 1;
        while (depth > 0) {
            if (!next()) {
                throw XlsxFaults.broken();
            }
            depth += begins() ? 1 : -1;
        }
    }

    private int step() throws IOException {
        try {
            return reader.hasNext() ? reader.next() : XMLStreamConstants.END_DOCUMENT;
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof IOException cause
                    && !(cause instanceof CharacterCodingException)) {
                throw cause;
            }
            throw XlsxFaults.broken();
        } catch (ReadFault e) {
            throw e;
        } catch (RuntimeException e) {
            // What the parser throws at bytes that are no XML.
            throw XlsxFaults.broken();
        }
    }

    private static Reader utf8(InputStream part) {
        return new InputStreamReader(
                part,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver(
                (publicId, systemId, base, space) -> {
                    throw new XMLStreamException("nothing outside is read");
                });
        return factory;
    }

    private static final class Unclosed extends FilterReader {

        Unclosed(Reader in) {
            super(in);
        }

        @Override
        public void close() {
            // The archive goes on.
        }
    }
}
