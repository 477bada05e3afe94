package io.cardloom.designer.ink;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/** What a file promises about its colors: each is PDF/A-2b (ISO 19005-2). */
public enum PdfStandard {
    /** For people and archives: sRGB. */
    ARCHIVE("srgb.icc", 3, "sRGB IEC61966-2.1") {
        @Override
        String intents(int profile) {
            return intent("GTS_PDFA1", "sRGB IEC61966-2.1", profile);
        }
    },
    /** For presses: PDF/X-4 (ISO 15930-7) too, for offset on coated paper (FOGRA39). */
    PRESS("fogra39l.icc", 4, "FOGRA39") {
        @Override
        String intents(int profile) {
            return intent("GTS_PDFA1", "FOGRA39", profile) + intent("GTS_PDFX", "FOGRA39", profile);
        }
    };

    private static final String COLORS = "/io/cardloom/designer/separation/";

    private final String profile;
    private final int components;
    private final String condition;

    PdfStandard(String profile, int components, String condition) {
        this.profile = profile;
        this.components = components;
        this.condition = condition;
    }

    /** The dictionaries of the output intents (ISO 32000-1, 14.11.5). */
    abstract String intents(int profile);

    /** Writes the profile of sRGB, that all colors are given in; returns its number. */
    static int srgb(PdfFile file) throws IOException {
        int number = file.reserve();
        file.stream(number, "/N 3", resource("srgb.icc"));
        return number;
    }

    /** Writes the profile of the output; returns its number. */
    int output(PdfFile file) throws IOException {
        int number = file.reserve();
        file.stream(number, "/N " + components, resource(profile));
        return number;
    }

    String intent(String kind, String identifier, int profile) {
        return "<</Type/OutputIntent/S/%s/OutputConditionIdentifier(%s)/RegistryName(http://www.color.org)/Info(%s)/DestOutputProfile %d 0 R>>"
                .formatted(kind, identifier, condition, profile);
    }

    /** The packet of metadata (ISO 16684-1), not compressed. */
    byte[] metadata(String title, Instant date, String id) {
        String when =
                DateTimeFormatter.ISO_INSTANT.format(
                        date.truncatedTo(java.time.temporal.ChronoUnit.SECONDS));
        String uuid = uuid(id);
        return ("""
        <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
        <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" \
        xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
        <pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>
        <dc:format>application/pdf</dc:format><dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
        <xmp:CreateDate>%s</xmp:CreateDate><xmp:ModifyDate>%s</xmp:ModifyDate><xmp:MetadataDate>%s</xmp:MetadataDate>
        <pdf:Producer>Cardloom</pdf:Producer>
        <xmpMM:DocumentID>uuid:%s</xmpMM:DocumentID><xmpMM:VersionID>1</xmpMM:VersionID><xmpMM:RenditionClass>default</xmpMM:RenditionClass>
        </rdf:Description>%s
        </rdf:RDF></x:xmpmeta>
        <?xpacket end="w"?>
        """)
                .formatted(escaped(title), when, when, when, uuid, this == PRESS ? EXCHANGE : "")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static final String EXCHANGE =
            """

            <rdf:Description rdf:about="" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/"><pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion></rdf:Description>
            <rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"><pdf:Trapped>False</pdf:Trapped></rdf:Description>
            <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
            xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
            <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
            <pdfaSchema:schema>PDF/X ID Schema</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.npes.org/pdfx/ns/id/</pdfaSchema:namespaceURI>
            <pdfaSchema:prefix>pdfxid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
            <pdfaProperty:name>GTS_PDFXVersion</pdfaProperty:name><pdfaProperty:valueType>Text</pdfaProperty:valueType>
            <pdfaProperty:category>external</pdfaProperty:category><pdfaProperty:description>Version of PDF/X</pdfaProperty:description>
            </rdf:li></rdf:Seq></pdfaSchema:property></rdf:li><rdf:li rdf:parseType="Resource">
            <pdfaSchema:schema>Adobe PDF Schema</pdfaSchema:schema><pdfaSchema:namespaceURI>http://ns.adobe.com/pdf/1.3/</pdfaSchema:namespaceURI>
            <pdfaSchema:prefix>pdf</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
            <pdfaProperty:name>Trapped</pdfaProperty:name><pdfaProperty:valueType>Text</pdfaProperty:valueType>
            <pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Whether it is trapped</pdfaProperty:description>
            </rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>\
            """;

    private static String uuid(String hex) {
        return hex.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static byte[] resource(String name) {
        try (InputStream in = PdfStandard.class.getResourceAsStream(COLORS + name)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + name + " is missing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
