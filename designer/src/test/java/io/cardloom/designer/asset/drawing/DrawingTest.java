package io.cardloom.designer.asset.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import io.cardloom.designer.asset.Forge;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DrawingTest {

    @Test
    void writesColorsAsSvg11KnowsThem() {
        assertThat(clean("<rect width='9' height='9' fill='rgba(255,0,0,.5)'/>"))
                .contains("fill=\"#ff0000\"")
                .contains("fill-opacity=\"0.5\"");
        assertThat(clean("<rect width='9' height='9' fill='#00ff0080' fill-opacity='0.5'/>"))
                .contains("fill=\"#00ff00\"")
                .contains("fill-opacity=\"0.25098");
        assertThat(clean("<rect width='9' height='9' style='fill:hsl(240 100% 50%)'/>"))
                .contains("fill=\"#0000ff\"");
        assertThat(clean("<rect width='9' height='9' fill='rgb(10%, 20%, 30%)'/>"))
                .contains("fill=\"#1a334d\"");
        assertThat(clean("<rect width='9' height='9' fill='chartreuse icc-color(a, 1)'/>"))
                .contains("fill=\"chartreuse\"");
    }

    @Test
    void laysStyleRulesOntoElements() {
        String svg =
                clean(
                        "<style>.a{fill:red}#b{fill:blue}rect{stroke:lime}"
                            + " .a{stroke-width:2mm}</style><rect class='a' width='9' height='9'"
                            + " fill='black'/><rect class='a' id='b' width='9' height='9'"
                            + " style='stroke:none'/>");
        assertThat(svg)
                .contains("fill=\"red\"")
                .contains("fill=\"blue\"")
                .contains("stroke=\"lime\"")
                .contains("stroke=\"none\"")
                .contains("stroke-width=\"7.55905")
                .doesNotContain("black")
                .doesNotContain("class")
                .doesNotContain("style");
    }

    @Test
    void writesNothingThatItDoesNotKnow() {
        String svg =
                clean(
                        "<rect width='9' height='9' data-x='&quot;>&lt;script>' x-y='1'"
                            + " id='&lt;&quot;evil' foo='bar'"
                            + " style='behavior:x;fill:red;-moz-binding:y'/><metadata>secret</metadata><use"
                            + " href='#&lt;&quot;evil'/><!-- secret -->");
        assertThat(svg)
                .contains("id=\"i1\"")
                .contains("xlink:href=\"#i1\"")
                .doesNotContain("evil")
                .doesNotContain("secret")
                .doesNotContain("data-x")
                .doesNotContain("binding")
                .doesNotContain("behavior");
    }

    @Test
    void cleansItsOwnOutputToItself() {
        Drawing once =
                Drawing.clean(
                        Forge.svg(
                                "<defs><linearGradient id='g'><stop offset='20%'"
                                    + " stop-color='#abc'/><stop"
                                    + " offset='1'/></linearGradient><clipPath id='c'><circle"
                                    + " cx='10' cy='10' r='9'/></clipPath></defs><g"
                                    + " transform='rotate(30) translate(1,2)'"
                                    + " clip-path='url(#c)'><path fill='url(#g)' d='M1 1h8v8zm2-1a1"
                                    + " 1 0 01.5.5q1 1 2 2t1 1C1 2 3 4 5 6s1-1 2-2'/></g><polygon"
                                    + " points='1,1 2,3 4 5 6'/>"));
        Drawing twice = Drawing.clean(once.svg());
        assertThat(new String(twice.svg(), StandardCharsets.UTF_8))
                .isEqualTo(new String(once.svg(), StandardCharsets.UTF_8));
    }

    @Test
    void passesOverADocumentTypeWithoutReadingIt() {
        byte[] file =
                Forge.bytes(
                        "<?xml version='1.0' encoding='UTF-8'?><!DOCTYPE svg PUBLIC"
                                + " '-//W3C//DTD SVG 1.1//EN' 'http://127.0.0.1:1/svg11.dtd'>"
                                + "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 20 10'>"
                                + "<rect width='20' height='10'/></svg>");
        Drawing drawing = Drawing.clean(file);
        assertThat(drawing.width()).isEqualTo(20);
        assertThat(drawing.height()).isEqualTo(10);
    }

    @Test
    void drawsWhatItWrote() {
        Drawing drawing =
                Drawing.clean(
                        Forge.svg(
                                "<rect width='50' height='60' fill='#ff0000'/><rect x='50'"
                                    + " width='50' height='60' fill='rgba(0,0,255,.5)'/><rect"
                                    + " width='100' height='10' fill='url(#nowhere)'/><circle"
                                    + " cx='75' cy='30' r='-3'/><path d='M0 0L10 10 Z wrong'/>"));
        BufferedImage image = DrawingPainter.paint(drawing);
        assertThat(image.getWidth()).isEqualTo(2_400);
        assertThat(image.getHeight()).isEqualTo(1_440);
        assertThat(image.getRGB(600, 900)).isEqualTo(0xFFFF0000);
        assertThat(image.getRGB(1_800, 900) & 0xFFFFFF).isEqualTo(0x0000FF);
        assertThat(image.getRGB(1_800, 900) >>> 24).isBetween(126, 130);
    }

    @Test
    void dropsWhatIsDamagedAndDrawsTheRest() {
        String svg =
                clean(
                        "<rect width='9' height='9'/><rect width='x' height='9'/><circle"
                                + " r='0'/><use xlink:href='#none'/><path/><polyline points=''/><g"
                                + " clip-path='url(#none)' fill='url(#none) green'"
                                + " transform='wobble(3)'><line x2='9'/></g>");
        assertThat(svg)
                .contains("<rect width=\"9\" height=\"9\"/>")
                .contains("<line x2=\"9\"/>")
                .contains("fill=\"green\"")
                .doesNotContain("circle")
                .doesNotContain("<use")
                .doesNotContain("clip-path")
                .doesNotContain("wobble");
    }

    @Test
    void boundsCurvesByTheirControlPoints() {
        Outline line = PathData.read("M0 0L30 40");
        Outline curve = PathData.read("M0 0C0 100 100 100 100 0");
        Outline chain = PathData.read("M0 0Q1000 0 0 0" + "T0 0".repeat(10));
        assertThat(line == null ? 0 : line.length()).isEqualTo(50);
        assertThat(curve == null ? 0 : curve.length()).isEqualTo(300);
        assertThat(chain == null ? 0 : chain.length()).isGreaterThanOrEqualTo(2_000 * 11);
    }

    @Test
    void tellsWhatItLeftOut() {
        Drawing drawing =
                Drawing.clean(
                        Forge.svg(
                                "<rect width='9' height='9' style='mix-blend-mode:multiply'>"
                                        + "<animate attributeName='x' to='9'/></rect>"
                                        + "<style>a > b{fill:red}</style>"));
        assertThat(drawing.notes()).hasSize(3);
        assertThat(Drawing.clean(Forge.svg("<rect width='9' height='9'/>")).notes()).isEmpty();
    }

    private static String clean(String content) {
        return new String(Drawing.clean(Forge.svg(content)).svg(), StandardCharsets.UTF_8);
    }
}
