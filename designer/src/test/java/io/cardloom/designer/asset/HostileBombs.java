package io.cardloom.designer.asset;

/** Drawings that are small to send and large to draw. */
final class HostileBombs {

    private HostileBombs() {}

    static void addTo(Corpus all) {
        repetition(all);
        size(all);
    }

    private static void repetition(Corpus all) {
        all.add("use bomb", "a.svg", "UPLOAD_SVG_REPETITION", () -> Forge.svg(useBomb()));
        all.add("pattern bomb", "a.svg", "UPLOAD_SVG_REPETITION", () -> Forge.svg(patternBomb()));
        all.add(
                "marker bomb",
                "a.svg",
                "UPLOAD_SVG_REPETITION",
                () ->
                        Forge.svg(
                                "<marker id='m' markerWidth='9' markerHeight='9'>"
                                        + "<rect width='9' height='9'/>".repeat(900)
                                        + "</marker><path marker-mid='url(#m)' d='M0 0"
                                        + "l1 1".repeat(5_000)
                                        + "'/>"));
        all.add(
                "use of itself",
                "a.svg",
                "UPLOAD_SVG_RECURSION",
                () -> Forge.svg("<g id='a'><use xlink:href='#a'/></g>"));
        all.add(
                "patterns of each other",
                "a.svg",
                "UPLOAD_SVG_RECURSION",
                () ->
                        Forge.svg(
                                "<pattern id='a' width='9' height='9'><rect width='9' height='9'"
                                        + " fill='url(#b)'/></pattern><pattern id='b' width='9'"
                                        + " height='9'><rect width='9' height='9'"
                                        + " fill='url(#a)'/></pattern><rect width='9' height='9'"
                                        + " fill='url(#a)'/>"));
        all.add(
                "gradients of each other",
                "a.svg",
                "UPLOAD_SVG_RECURSION",
                () ->
                        Forge.svg(
                                "<linearGradient id='a' xlink:href='#b'/><linearGradient id='b'"
                                        + " xlink:href='#a'/><rect width='9' height='9'"
                                        + " fill='url(#a)'/>"));
        all.svg(
                "mask of itself",
                "RECURSION",
                () ->
                        Forge.svg(
                                "<mask id='a'><rect width='9' height='9'"
                                        + " mask='url(#a)'/></mask><rect width='9' height='9'"
                                        + " mask='url(#a)'/>"));
        all.svg(
                "clip of itself",
                "RECURSION",
                () ->
                        Forge.svg(
                                "<clipPath id='a' clip-path='url(#a)'><rect width='9'"
                                        + " height='9'/></clipPath><rect width='9' height='9'"
                                        + " clip-path='url(#a)'/>"));
        all.svg(
                "marker of itself",
                "RECURSION",
                () ->
                        Forge.svg(
                                "<marker id='a'><path d='M0 0h9'"
                                        + " marker-end='url(#a)'/></marker><path d='M0 0h9'"
                                        + " marker-end='url(#a)'/>"));
        all.svg(
                "use of what holds it",
                "RECURSION",
                () -> Forge.svg("<g id='a'><g><g><use xlink:href='#a'/></g></g></g>"));
        all.svg("ring of 2,000 uses", "RECURSION", () -> Forge.svg(ring(2_000)));
        all.svg("chain of 2,000 gradients", "RECURSION", () -> Forge.svg(gradients(2_000)));
        all.svg("uses of uses, 14 wide", "REPETITION", () -> Forge.svg(masks()));
    }

    private static void size(Corpus all) {
        all.add(
                "deep groups",
                "a.svg",
                "UPLOAD_SVG_TOO_DEEP",
                () -> Forge.svg("<g>".repeat(5_000) + "</g>".repeat(5_000)));
        all.add(
                "many elements",
                "a.svg",
                "UPLOAD_SVG_TOO_MANY_ELEMENTS",
                () -> Forge.svg("<g/>".repeat(60_000)));
        all.add(
                "long path",
                "a.svg",
                "UPLOAD_SVG_PATH",
                () -> Forge.svg("<path d='M0 0" + "l1 1".repeat(450_000) + "'/>"));
        all.add(
                "over 8 MB",
                "a.svg",
                "UPLOAD_SVG_TOO_LARGE",
                () -> Forge.svg("<!--" + "x".repeat(9 << 20) + "--><g/>"));
        all.svg(
                "nested drawings",
                "TOO_DEEP",
                () -> Forge.svg("<svg>".repeat(500) + "</svg>".repeat(500)));
        all.svg(
                "deep groups in what is left out",
                "TOO_DEEP",
                () ->
                        Forge.svg(
                                "<metadata>"
                                        + "<g>".repeat(5_000)
                                        + "</g>".repeat(5_000)
                                        + "</metadata>"));
        all.svg(
                "attribute of 3 MB",
                "PATH",
                () ->
                        Forge.svg(
                                "<rect width='9' height='9' class='"
                                        + "x ".repeat(3 << 19)
                                        + "'/>"));
        all.svg("20,000 attributes", "XML", () -> Forge.svg(attributes(20_000)));
        all.svg(
                "20,000 style rules",
                "TOO_MANY_ELEMENTS",
                () ->
                        Forge.svg(
                                "<style>"
                                        + "a{fill:red}".repeat(20_000)
                                        + "</style><rect width='9' height='9'/>"));
        all.svg(
                "selector of 5,000 steps",
                Corpus.TAKEN,
                () ->
                        Forge.svg(
                                "<style>"
                                        + "g ".repeat(5_000)
                                        + "{fill:red}</style><rect width='9' height='9'/>"));
        all.svg(
                "gradient of 40,000 stops",
                Corpus.TAKEN,
                () ->
                        Forge.svg(
                                "<linearGradient id='a'>"
                                        + "<stop offset='.5'/>".repeat(40_000)
                                        + "</linearGradient><rect width='9' height='9'"
                                        + " fill='url(#a)'/>"));
    }

    private static String useBomb() {
        StringBuilder bomb = new StringBuilder("<defs><rect id='u0' width='1' height='1'/>");
        for (int i = 1; i < 20; i++) {
            bomb.append(
                    "<g id='u%d'>%s</g>"
                            .formatted(i, "<use xlink:href='#u%d'/>".formatted(i - 1).repeat(10)));
        }
        return bomb + "</defs><use xlink:href='#u19'/>";
    }

    private static String patternBomb() {
        StringBuilder bomb = new StringBuilder();
        for (int i = 1; i < 20; i++) {
            String inside =
                    "<rect width='9' height='9' fill='url(#p%d)'/>".formatted(i + 1).repeat(10);
            bomb.append("<pattern id='p%d' width='1' height='1'>%s</pattern>".formatted(i, inside));
        }
        return bomb + "<rect width='9' height='9' fill='url(#p1)'/>";
    }

    private static String masks() {
        StringBuilder bomb = new StringBuilder();
        for (int i = 1; i < 14; i++) {
            String inside =
                    "<rect width='9' height='9' mask='url(#m%d)'/>".formatted(i + 1).repeat(14);
            bomb.append("<mask id='m%d'>%s</mask>".formatted(i, inside));
        }
        return bomb + "<rect width='9' height='9' mask='url(#m1)'/>";
    }

    private static String ring(int count) {
        StringBuilder ring = new StringBuilder();
        for (int i = 0; i < count; i++) {
            ring.append("<g id='r%d'><use xlink:href='#r%d'/></g>".formatted(i, (i + 1) % count));
        }
        return ring.toString();
    }

    private static String gradients(int count) {
        StringBuilder chain = new StringBuilder();
        for (int i = 0; i < count; i++) {
            chain.append("<linearGradient id='g%d' xlink:href='#g%d'/>".formatted(i, i + 1));
        }
        return chain + "<rect width='9' height='9' fill='url(#g0)'/>";
    }

    private static String attributes(int count) {
        StringBuilder all = new StringBuilder("<rect width='9' height='9'");
        for (int i = 0; i < count; i++) {
            all.append(" a%d=''".formatted(i));
        }
        return all + "/>";
    }
}
