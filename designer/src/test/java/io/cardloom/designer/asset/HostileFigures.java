package io.cardloom.designer.asset;

/** Drawings whose numbers are out of all bounds. */
final class HostileFigures {

    private HostileFigures() {}

    static void addTo(Corpus all) {
        coordinates(all);
        filters(all);
    }

    private static void coordinates(Corpus all) {
        all.add(
                "dash bomb",
                "a.svg",
                "UPLOAD_SVG_DASHES",
                () ->
                        Forge.svg(
                                "<path d='M0 0H9000000' stroke='#000'"
                                        + " stroke-dasharray='.00001'/>"));
        all.add(
                "inherited dash bomb",
                "a.svg",
                "UPLOAD_SVG_DASHES",
                () ->
                        Forge.svg(
                                "<defs><circle id='c' r='5000000'/></defs><g stroke-dasharray='.01'"
                                        + " stroke='red'><use xlink:href='#c'/></g>"));
        all.add(
                "huge coordinates",
                "a.svg",
                "UPLOAD_SVG_COORDINATES",
                () -> Forge.svg("<path d='M0 0L1e30 1e30'/>"));
        all.add(
                "endless coordinates",
                "a.svg",
                "UPLOAD_SVG_COORDINATES",
                () -> Forge.svg("<path d='M0 0" + "l9e6 0".repeat(99) + "'/>"));
        all.add(
                "no size",
                "a.svg",
                "UPLOAD_SVG_SIZE",
                () ->
                        Forge.bytes(
                                "<svg xmlns='http://www.w3.org/2000/svg'><rect width='9'"
                                        + " height='9'/></svg>"));
        all.add(
                "a hair",
                "a.svg",
                "UPLOAD_SVG_SIZE",
                () ->
                        Forge.bytes(
                                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1"
                                        + " 99999'><rect width='9' height='9'/></svg>"));
        all.add(
                "nothing to see",
                "a.svg",
                "UPLOAD_SVG_EMPTY",
                () -> Forge.svg("<rect width='9' height='9' fill='none'/>"));
        all.svg(
                "dashes of nothing",
                Corpus.TAKEN,
                () -> Forge.svg("<path d='M0 0H9' stroke='#000' stroke-dasharray='0 0'/>"));
        all.svg(
                "dashes below zero",
                Corpus.TAKEN,
                () -> Forge.svg("<path d='M0 0H9' stroke='#000' stroke-dasharray='-1 2'/>"));
        all.svg(
                "dashed circle in pixels of the sky",
                "DASHES",
                () -> Forge.svg("<circle r='900000' stroke='red' stroke-dasharray='1e-9'/>"));
        all.svg(
                "numbers that are none",
                Corpus.TAKEN,
                () ->
                        Forge.svg(
                                "<rect width='9' height='9'/><rect x='NaN' y='Infinity' width='9'"
                                        + " height='9'/>"));
        all.svg(
                "scale of 1e300",
                "COORDINATES",
                () -> Forge.svg("<g transform='scale(1e300)'><rect width='9' height='9'/></g>"));
        all.svg(
                "scale of 1e9 in four groups",
                "COORDINATES",
                () ->
                        Forge.svg(
                                "<g transform='scale(1e9)'><g transform='scale(1e9)'><g"
                                        + " transform='scale(1e9)'><rect width='9'"
                                        + " height='9'/></g></g></g>"));
        all.svg(
                "stroke of 1e9",
                "COORDINATES",
                () -> Forge.svg("<path d='M0 0H9' stroke='red' stroke-width='1e9'/>"));
        all.svg(
                "arc of radius 1e-300",
                Corpus.TAKEN,
                () -> Forge.svg("<path d='M0 0A1e-300 1e-300 0 0 1 9 9L0 9Z'/>"));
        all.svg(
                "page of 1e9",
                "COORDINATES",
                () ->
                        Forge.bytes(
                                "<svg xmlns='http://www.w3.org/2000/svg' width='1e9'"
                                        + " height='1'><rect width='9' height='9'/></svg>"));
        all.svg(
                "page below zero",
                "SIZE",
                () ->
                        Forge.bytes(
                                "<svg xmlns='http://www.w3.org/2000/svg' width='-9'"
                                        + " height='-9'><rect width='9' height='9'/></svg>"));
        all.svg(
                "view box of numbers that are none",
                "SIZE",
                () ->
                        Forge.bytes(
                                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 NaN"
                                        + " NaN'><rect width='9' height='9'/></svg>"));
    }

    private static void filters(Corpus all) {
        all.add(
                "wide blur",
                "a.svg",
                "UPLOAD_SVG_FILTER",
                () ->
                        Forge.svg(
                                "<filter id='a'><feGaussianBlur"
                                    + " stdDeviation='99999'/></filter><rect width='9' height='9'"
                                    + " filter='url(#a)'/>"));
        all.add(
                "wide filter",
                "a.svg",
                "UPLOAD_SVG_FILTER",
                () ->
                        Forge.svg(
                                "<filter id='a' width='99999'><feFlood/></filter><rect width='9'"
                                        + " height='9' filter='url(#a)'/>"));
        all.add(
                "many filters",
                "a.svg",
                "UPLOAD_SVG_FILTER",
                () ->
                        Forge.svg(
                                "<filter id='a'><feFlood/></filter>"
                                        + "<rect width='9' height='9' filter='url(#a)'/>"
                                                .repeat(50)));
        all.svg(
                "morphology of radius 99,999",
                "FEATURE",
                () ->
                        Forge.svg(
                                "<filter id='a'><feMorphology operator='dilate'"
                                        + " radius='99999'/></filter><rect width='9' height='9'"
                                        + " filter='url(#a)'/>"));
        all.svg(
                "convolution of order 999",
                "FEATURE",
                () ->
                        Forge.svg(
                                "<filter id='a'><feConvolveMatrix order='999'"
                                        + " kernelMatrix='1'/></filter><rect width='9' height='9'"
                                        + " filter='url(#a)'/>"));
        all.svg(
                "filter of 5,000 steps",
                "FILTER",
                () ->
                        Forge.svg(
                                "<filter id='a'>"
                                        + "<feGaussianBlur stdDeviation='5'/>".repeat(5_000)
                                        + "</filter><rect width='9' height='9'"
                                        + " filter='url(#a)'/>"));
        all.svg(
                "blur scaled up",
                Corpus.TAKEN,
                () ->
                        Forge.svg(
                                "<filter id='a'><feGaussianBlur stdDeviation='9'/></filter><g"
                                        + " transform='scale(99999)'><rect width='9' height='9'"
                                        + " filter='url(#a)'/></g>"));
        all.svg(
                "filter region of 9e9",
                "COORDINATES",
                () ->
                        Forge.svg(
                                "<filter id='a' filterUnits='userSpaceOnUse' x='-9e9' y='-9e9'"
                                    + " width='9e9' height='9e9'><feFlood/></filter><rect width='9'"
                                    + " height='9' filter='url(#a)'/>"));
        all.svg(
                "lights and displacements",
                "FEATURE",
                () ->
                        Forge.svg(
                                "<filter id='a'><feDisplacementMap"
                                    + " scale='9e9'/><feDiffuseLighting/></filter><rect width='9'"
                                    + " height='9' filter='url(#a)'/>"));
    }
}
