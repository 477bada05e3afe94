package io.cardloom.designer.asset;

/** Drawings that run something, and drawings of other drawings by their entities. */
final class HostileDrawings {

    private static final String HEAD =
            "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>";
    private static final String RECT = "<rect width='9' height='9'/>";

    private HostileDrawings() {}

    static void addTo(Corpus all, String there) {
        entities(all, there);
        scripts(all, there);
    }

    private static void entities(Corpus all, String there) {
        all.add(
                "billion laughs",
                "a.svg",
                "UPLOAD_SVG_ENTITIES",
                () -> Forge.bytes(laughs() + "]>" + HEAD + "&l11;</svg>"));
        all.add(
                "external entity",
                "a.svg",
                "UPLOAD_SVG_ENTITIES",
                () ->
                        Forge.bytes(
                                "<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
                                        + HEAD
                                        + "&x;</svg>"));
        all.add(
                "svgz",
                "a.svgz",
                "UPLOAD_SVGZ",
                () -> Forge.gzip(Forge.svg("<rect width='9' height='9'/>")));
        all.add("unfinished", "a.svg", "UPLOAD_SVG_XML", () -> Forge.bytes(HEAD + "<g>"));
        all.svg(
                "quadratic entity",
                "ENTITIES",
                () ->
                        Forge.bytes(
                                "<!DOCTYPE svg [<!ENTITY a '"
                                        + "ha".repeat(50_000)
                                        + "'>]>"
                                        + HEAD
                                        + "&a;".repeat(50_000)
                                        + "</svg>"));
        all.svg(
                "parameter entity",
                "ENTITIES",
                () ->
                        Forge.bytes(
                                "<!DOCTYPE svg [<!ENTITY % a '<!ENTITY b SYSTEM &#34;"
                                        + there
                                        + "/b&#34;>'> %a;]>"
                                        + HEAD
                                        + "&b;</svg>"));
        all.svg(
                "external parameter entity",
                Corpus.TAKEN,
                () ->
                        Forge.bytes(
                                "<!DOCTYPE svg [<!ENTITY % a SYSTEM '"
                                        + there
                                        + "/a.dtd'> %a;]>"
                                        + HEAD
                                        + RECT
                                        + "</svg>"));
        all.svg(
                "external document type",
                Corpus.TAKEN,
                () ->
                        Forge.bytes(
                                "<!DOCTYPE svg SYSTEM '"
                                        + there
                                        + "/svg.dtd'>"
                                        + HEAD
                                        + RECT
                                        + "</svg>"));
        all.svg(
                "document type in a jar",
                Corpus.TAKEN,
                () ->
                        Forge.bytes(
                                "<!DOCTYPE svg SYSTEM 'jar:"
                                        + there
                                        + "/a.jar!/svg.dtd'>"
                                        + HEAD
                                        + RECT
                                        + "</svg>"));
        all.svg(
                "document type in a file",
                Corpus.TAKEN,
                () ->
                        Forge.bytes(
                                "<!DOCTYPE svg SYSTEM 'file:///dev/random'>"
                                        + HEAD
                                        + RECT
                                        + "</svg>"));
        all.svg(
                "entities of each other",
                "ENTITIES",
                () ->
                        Forge.bytes(
                                "<!DOCTYPE svg [<!ENTITY a '&b;'><!ENTITY b '&a;'>]>"
                                        + HEAD
                                        + "&a;</svg>"));
        all.svg(
                "attribute default with a script",
                Corpus.TAKEN,
                () ->
                        Forge.bytes(
                                "<!DOCTYPE svg [<!ATTLIST svg onload CDATA 'alert(1)'>]>"
                                        + HEAD
                                        + RECT
                                        + "</svg>"));
        all.svg(
                "drawing in UTF-16",
                Corpus.TAKEN,
                () -> (HEAD + RECT + "</svg>").getBytes(java.nio.charset.StandardCharsets.UTF_16));
        all.svg(
                "drawing in UTF-7",
                "XML",
                () ->
                        Forge.bytes(
                                "<?xml version='1.0' encoding='UTF-7'?>"
                                        + HEAD
                                        + "+ADw-script+AD4-alert(1)+ADw-/script+AD4-</svg>"));
        all.add(
                "svgz that unpacks to 60 MB",
                "a.svgz",
                "UPLOAD_SVGZ",
                () -> Forge.gzip(new byte[60 << 20]));
        all.svg("zeros inside", "XML", () -> Forge.svg("<g>\0\0</g>"));
    }

    private static void scripts(Corpus all, String there) {
        all.add(
                "script",
                "a.svg",
                "UPLOAD_SVG_SCRIPT",
                () -> Forge.svg("<script>alert(1)</script>"));
        all.add(
                "script in metadata",
                "a.svg",
                "UPLOAD_SVG_SCRIPT",
                () -> Forge.svg("<metadata><script>alert(1)</script></metadata>"));
        all.add(
                "handler",
                "a.svg",
                "UPLOAD_SVG_SCRIPT",
                () -> Forge.svg("<rect width='9' height='9' onclick='alert(1)'/>"));
        all.add(
                "javascript link",
                "a.svg",
                "UPLOAD_SVG_SCRIPT",
                () ->
                        Forge.svg(
                                "<a xlink:href=' javascript:alert(1)'><rect width='9'"
                                        + " height='9'/></a>"));
        all.add(
                "embedded picture",
                "a.svg",
                "UPLOAD_SVG_IMAGE",
                () ->
                        Forge.svg(
                                "<image xlink:href='data:image/png;base64,iVBORw0KGgo=' width='9'"
                                        + " height='9'/>"));
        all.add(
                "text",
                "a.svg",
                "UPLOAD_SVG_TEXT",
                () -> Forge.svg("<text x='1' y='9'>Card</text>"));
        all.add(
                "foreign object",
                "a.svg",
                "UPLOAD_SVG_HTML",
                () ->
                        Forge.svg(
                                "<foreignObject><p"
                                    + " xmlns='http://www.w3.org/1999/xhtml'>x</p></foreignObject>"));
        all.svg(
                "script with a prefix",
                "SCRIPT",
                () ->
                        Forge.bytes(
                                "<s:svg xmlns:s='http://www.w3.org/2000/svg' width='9'"
                                        + " height='9'><s:script>alert(1)</s:script></s:svg>"));
        all.svg(
                "script set by an animation",
                Corpus.TAKEN,
                () ->
                        Forge.svg(
                                "<a><set attributeName='xlink:href' to='javascript:alert(1)'/>"
                                        + RECT
                                        + "</a>"));
        all.svg(
                "handler in capitals",
                "SCRIPT",
                () -> Forge.svg("<rect width='9' height='9' ONLOAD='alert(1)'/>"));
        all.svg(
                "script of another language",
                "SCRIPT",
                () ->
                        Forge.svg(
                                "<script type='application/java-archive' xlink:href='"
                                        + there
                                        + "/a.jar'/>"));
        all.svg(
                "handler element",
                "SCRIPT",
                () ->
                        Forge.svg(
                                "<handler type='text/ecmascript' ev:event='load'"
                                    + " xmlns:ev='http://www.w3.org/2001/xml-events'>alert(1)</handler>"));
        all.svg(
                "link to data",
                "SCRIPT",
                () ->
                        Forge.svg(
                                "<a xlink:href='data:text/html,&lt;script>alert(1)&lt;/script>'>"
                                        + RECT
                                        + "</a>"));
        all.svg(
                "link broken by white space",
                Corpus.TAKEN,
                () -> Forge.svg("<a xlink:href='java&#10;script:alert(1)'>" + RECT + "</a>"));
        all.svg(
                "frame of HTML",
                Corpus.TAKEN,
                () ->
                        Forge.svg(
                                "<iframe xmlns='http://www.w3.org/1999/xhtml' src='"
                                        + there
                                        + "/'/>"
                                        + RECT));
        all.svg(
                "animation without end",
                Corpus.TAKEN,
                () ->
                        Forge.svg(
                                "<rect width='9' height='9'><animate attributeName='width' dur='1s'"
                                        + " repeatCount='indefinite'/></rect>"));
        all.svg(
                "font of its own",
                "EMPTY",
                () ->
                        Forge.svg(
                                "<font><font-face font-family='a'/><glyph unicode='a' d='M0"
                                        + " 0h9'/></font>"));
    }

    private static String laughs() {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE svg [<!ENTITY l0 'ha'>");
        for (int i = 1; i < 12; i++) {
            laughs.append("<!ENTITY l%d '%s'>".formatted(i, ("&l" + (i - 1) + ";").repeat(10)));
        }
        return laughs.toString();
    }
}
