package io.cardloom.portal.component;

import com.vaadin.flow.component.Svg;

/** Our own line drawings, 18 units square, drawn in the color of the text. */
public enum Glyph {
    MARK(
            "0 0 32 22",
            "<rect x='1' y='1' width='30' height='20' rx='3'/><path d='M1 14.5C7 14.5 7 7.5 13"
                    + " 7.5S19 14.5 25 14.5 31 11 31 11M1 7.5C7 7.5 7 14.5 13 14.5S19 7.5 25"
                    + " 7.5 31 11 31 11'/>"),
    HOME("<path d='M2.5 8.5 9 3l6.5 5.5M4.5 7.5v7.5h9V7.5'/>"),
    CARD("<rect x='2' y='4' width='14' height='10' rx='1.5'/><path d='M2 7.5h14'/>"),
    DESIGN(
            "<rect x='2' y='4' width='14' height='10' rx='1.5'/><circle cx='6.5' cy='9'"
                    + " r='2'/><path d='M10.5 7.5h3M10.5 10.5h3'/>"),
    /** Two cards, one from the other. */
    TEMPLATE(
            "<rect x='2.5' y='2.5' width='10' height='7' rx='1'/><path d='M15.5 6.5v7.5a1 1 0 0 1-1"
                    + " 1H5.5'/>"),
    /** A star and a stroke. */
    PACK(
            "<path d='m7 2.5 1.3 3 3.2.3-2.4 2.2.7 3.2L7 9.5 4.2 11.2l.7-3.2-2.4-2.2 3.2-.3zM3"
                    + " 15.5c3-2.5 6 1 9-1s2.5-2 3.5-1.5'/>"),
    ORDER("<path d='M4 2.5h7l3 3v10H4zM11 2.5v3h3M6.5 9h5M6.5 12h5'/>"),
    RUN("<path d='M2.5 6h13v9h-13zM5 6V3.5h8V6M6 10.5h6'/>"),
    DESTINATION("<circle cx='9' cy='9' r='6.5'/><path d='M9 2.5v3M9 12.5v3M2.5 9h3M12.5 9h3'/>"),
    /** The back of a card, its stripe near the upper edge. */
    STRIPE("<rect x='2' y='4' width='14' height='10' rx='1.5'/><path d='M2 6.5h14M2 8.5h14'/>"),
    PEOPLE(
            "<circle cx='6.5' cy='6.5' r='2.5'/><path d='M2 14.5c0-3 2-4.5 4.5-4.5S11 11.5 11"
                    + " 14.5M11.5 4.3a2.5 2.5 0 0 1 0 4.4M13 10.4c1.8.6 3 1.9 3 4.1'/>"),
    PROGRAM("<circle cx='6.7' cy='9' r='4.7'/><circle cx='11.3' cy='9' r='4.7'/>"),
    AUDIT("<path d='M6.5 4.5h9M6.5 9h9M6.5 13.5h9M3 4.5h.01M3 9h.01M3 13.5h.01'/>"),
    SUN(
            "<circle cx='9' cy='9' r='3'/><path d='M9 2v1.5M9 14.5V16M2 9h1.5M14.5 9H16M4 4l1"
                    + " 1M13 13l1 1M4 14l1-1M13 5l1-1'/>"),
    MOON("<path d='M14.5 10.8A6 6 0 0 1 7.2 3.5a6 6 0 1 0 7.3 7.3z'/>"),
    SYSTEM("<rect x='2.5' y='3.5' width='13' height='9' rx='1'/><path d='M6.5 15.5h5'/>"),
    LEAVE("<path d='M10.5 3H4v12h6.5M8 9h8M13 6l3 3-3 3'/>"),
    /** A letter on its line. */
    TYPE("<path d='M3.5 14.5 9 3l5.5 11.5M5.7 10.5h6.6M2 14.5h3.4M12.6 14.5H16'/>"),
    KEY("<circle cx='6' cy='9' r='3'/><path d='M9 9h7v2.5M13 9v2'/>"),
    /** The contacts of a chip. */
    /** A round seal with two ribbons. */
    SEAL("<circle cx='9' cy='7' r='4.5'/><path d='M6.2 10.6 5 16l4-2 4 2-1.2-5.4'/>"),
    CHIP(
            "<rect x='3' y='4' width='12' height='10' rx='2'/><path d='M3 9h4M11 9h4M7"
                    + " 4v10M11 4v10'/>"),
    /** A booklet with a face and the lines of its zone. */
    DOCUMENT(
            "<rect x='4' y='2.5' width='10' height='13' rx='1.5'/><circle cx='9' cy='6.7'"
                    + " r='1.9'/><path d='M6.5 11.2h5M6.5 13.2h5'/>"),
    CODE("<path d='M6 5 2.5 9 6 13M12 5l3.5 4-3.5 4M10.3 3.5 7.7 14.5'/>");

    private final String box;
    private final String lines;

    Glyph(String lines) {
        this("0 0 18 18", lines);
    }

    Glyph(String box, String lines) {
        this.box = box;
        this.lines = lines;
    }

    /** A drawing of its own, silent for screen readers: a word stands beside it. */
    public Svg draw() {
        Svg svg =
                new Svg(
                        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='"
                                + box
                                + "' fill='none' stroke='currentColor' stroke-width='1.4'"
                                + " stroke-linecap='round' stroke-linejoin='round'>"
                                + lines
                                + "</svg>");
        svg.getElement().setAttribute("aria-hidden", "true");
        svg.addClassName("cl-glyph");
        return svg;
    }
}
