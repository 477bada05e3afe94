package io.cardloom.designer.asset;

/** Drawings that ask for something elsewhere. */
final class HostileReferences {

    private static final String HEAD =
            "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>";
    private static final String RECT = "<rect width='9' height='9'/>";

    private HostileReferences() {}

    static void addTo(Corpus all, String there) {
        references(all, there);
    }

    private static void references(Corpus all, String there) {
        all.add(
                "external image",
                "a.svg",
                "UPLOAD_SVG_EXTERNAL",
                () ->
                        Forge.svg(
                                "<image xlink:href='http://127.0.0.1:1/a.png' width='9'"
                                        + " height='9'/>"));
        all.add(
                "file image",
                "a.svg",
                "UPLOAD_SVG_EXTERNAL",
                () -> Forge.svg("<image xlink:href='file:///etc/passwd' width='9' height='9'/>"));
        all.add(
                "jar use",
                "a.svg",
                "UPLOAD_SVG_EXTERNAL",
                () -> Forge.svg("<use xlink:href='jar:file:///a.jar!/b.svg#c'/>"));
        all.add(
                "external fill",
                "a.svg",
                "UPLOAD_SVG_EXTERNAL",
                () -> Forge.svg("<rect width='9' height='9' fill='url(http://127.0.0.1:1/#a)'/>"));
        all.add(
                "external style",
                "a.svg",
                "UPLOAD_SVG_EXTERNAL",
                () -> Forge.svg("<rect width='9' height='9' style='fill:url(//127.0.0.1/#a)'/>"));
        all.add(
                "import",
                "a.svg",
                "UPLOAD_SVG_EXTERNAL",
                () -> Forge.svg("<style>@import 'http://127.0.0.1:1/a.css';</style>"));
        all.add(
                "style sheet instruction",
                "a.svg",
                "UPLOAD_SVG_EXTERNAL",
                () ->
                        Forge.bytes(
                                "<?xml-stylesheet href='http://127.0.0.1:1/'?>" + HEAD + "</svg>"));
        all.add(
                "turbulence",
                "a.svg",
                "UPLOAD_SVG_FEATURE",
                () ->
                        Forge.svg(
                                "<filter id='a'><feTurbulence baseFrequency='9'"
                                        + " numOctaves='99999'/></filter>"));
        all.svg(
                "picture elsewhere",
                "EXTERNAL",
                () -> Forge.svg("<image xlink:href='" + there + "/a.png' width='9' height='9'/>"));
        all.svg(
                "picture elsewhere, by href alone",
                "EXTERNAL",
                () -> Forge.svg("<image href='" + there + "/a.png' width='9' height='9'/>"));
        all.svg(
                "use of elsewhere",
                "EXTERNAL",
                () -> Forge.svg("<use xlink:href='" + there + "/a.svg#a'/>"));
        all.svg(
                "use of data",
                "EXTERNAL",
                () -> Forge.svg("<use xlink:href='data:image/svg+xml;base64,PHN2Zy8+#a'/>"));
        all.svg(
                "fill elsewhere",
                "EXTERNAL",
                () -> Forge.svg("<rect width='9' height='9' fill='url(" + there + "#a)'/>"));
        all.svg(
                "clip elsewhere",
                "EXTERNAL",
                () -> Forge.svg("<rect width='9' height='9' clip-path='url(" + there + "#a)'/>"));
        all.svg(
                "mask elsewhere",
                "EXTERNAL",
                () ->
                        Forge.svg(
                                "<rect width='9' height='9' style='mask: url(&quot;"
                                        + there
                                        + "#a&quot;)'/>"));
        all.svg(
                "filter elsewhere",
                "EXTERNAL",
                () -> Forge.svg("<rect width='9' height='9' filter='url(" + there + "#a)'/>"));
        all.svg(
                "import elsewhere",
                "EXTERNAL",
                () -> Forge.svg("<style>@import url(" + there + "/a.css);</style>" + RECT));
        all.svg(
                "import in escapes",
                Corpus.TAKEN,
                () -> Forge.svg("<style>@\\69mport '" + there + "/a.css';</style>" + RECT));
        all.svg(
                "address in escapes",
                Corpus.TAKEN,
                () ->
                        Forge.svg(
                                "<rect width='9' height='9' style='fill:u\\72l("
                                        + there
                                        + "#a)'/>"));
        all.svg(
                "font elsewhere",
                Corpus.TAKEN,
                () ->
                        Forge.svg(
                                "<style>@font-face{font-family:a;src:url("
                                        + there
                                        + "/a.woff)}</style>"
                                        + RECT));
        all.svg(
                "style sheet elsewhere",
                "EXTERNAL",
                () ->
                        Forge.bytes(
                                "<?xml-stylesheet type='text/css' href='"
                                        + there
                                        + "/a.css'?>"
                                        + HEAD
                                        + RECT
                                        + "</svg>"));
        all.svg(
                "transformation elsewhere",
                "EXTERNAL",
                () ->
                        Forge.bytes(
                                "<?xml-stylesheet type='text/xsl' href='"
                                        + there
                                        + "/a.xsl'?>"
                                        + HEAD
                                        + RECT
                                        + "</svg>"));
        all.svg(
                "inclusion elsewhere",
                Corpus.TAKEN,
                () ->
                        Forge.svg(
                                "<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='"
                                        + there
                                        + "/a.svg'/>"
                                        + RECT));
        all.svg(
                "filter picture elsewhere",
                "EXTERNAL",
                () ->
                        Forge.svg(
                                "<filter id='a'><feImage xlink:href='"
                                        + there
                                        + "/a.png'/></filter><rect width='9' height='9'"
                                        + " filter='url(#a)'/>"));
        all.svg(
                "gradient elsewhere",
                "EXTERNAL",
                () ->
                        Forge.svg(
                                "<linearGradient id='a' xlink:href='"
                                        + there
                                        + "/a.svg#b'/><rect width='9' height='9'"
                                        + " fill='url(#a)'/>"));
        all.svg(
                "cursor elsewhere",
                "EXTERNAL",
                () ->
                        Forge.svg(
                                "<rect width='9' height='9' style='cursor:url("
                                        + there
                                        + "/a.cur),auto'/>"));
        all.svg(
                "base elsewhere",
                "RECURSION",
                () ->
                        Forge.svg(
                                "<g xml:base='"
                                        + there
                                        + "/'><use xlink:href='#a'/></g><g id='a'><use"
                                        + " xlink:href='#a'/></g>"));
        all.svg(
                "color profile elsewhere",
                Corpus.TAKEN,
                () ->
                        Forge.svg(
                                "<color-profile name='a' xlink:href='"
                                        + there
                                        + "/a.icc'/>"
                                        + RECT));
    }
}
