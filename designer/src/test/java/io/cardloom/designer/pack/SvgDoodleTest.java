package io.cardloom.designer.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.designer.design.Coloring;
import io.cardloom.tenancy.refusal.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SvgDoodleTest {

    private static Doodle read(String content) {
        return SvgDoodle.read(
                file("<svg xmlns='http://www.w3.org/2000/svg'>" + content + "</svg>"));
    }

    private static DrawingFile file(String svg) {
        return new DrawingFile("My_mark.SVG", svg.getBytes(StandardCharsets.UTF_8));
    }

    private static void refused(String code, String says, Runnable reading) {
        assertThatThrownBy(reading::run)
                .isInstanceOf(Refusal.class)
                .hasFieldOrPropertyWithValue("code", code)
                .hasMessageContaining(says)
                .hasMessageEndingWith(".");
    }

    @Test
    void takesPathsInGroupsWithTheirColorsAndTransforms() {
        Doodle doodle =
                read(
                        "<title>x</title><g transform='translate(-10 -10)' fill='#ABC'><path"
                                + " d='M10,10h20v10a5,5 0 0 1 -5,5z'/></g><path"
                                + " style='fill:none;stroke:black;stroke-width:2px'"
                                + " stroke-linecap='round' transform='scale(2)' d='M0 0 L 5 5'/>");
        assertThat(doodle.label()).isEqualTo("My mark");
        assertThat(doodle.viewWidth()).isEqualTo(18_000);
        assertThat(doodle.recolorable()).isFalse();
        assertThat(doodle.paths()).hasSize(2);
        assertThat(doodle.paths().getFirst().coloring().fill()).isEqualTo("#aabbcc");
        assertThat(doodle.paths().getFirst().d()).startsWith("M").contains("C").endsWith("Z");
        Coloring line = doodle.paths().getLast().coloring();
        assertThat(line.kind()).isEqualTo(Coloring.Kind.NONE);
        // 22 units from the stroke's left edge to the first path's right are 18 mm; 4 of them wide.
        assertThat(line.strokeWidth()).isEqualTo(Math.round(4 * 18_000 / 22.0f));
    }

    @Test
    void canBeDrawnInAnyColorWhereItHasOne() {
        assertThat(read("<path d='M0 0H9V9Z'/><path d='M0 0H5V5Z' fill='#000'/>").recolorable())
                .isTrue();
    }

    @Test
    void refusesWhateverElseWouldBeSeenAndSaysWhat() {
        refused(
                "PACK_DRAWING_NOT_TAKEN",
                "<circle>, <text> × 2, clip-path, fill of a gradient, opacity",
                () ->
                        read(
                                "<path d='M0 0H9V9Z' opacity='.5' fill='url(#g)'"
                                        + " clip-path='url(#c)'/><circle"
                                        + " r='5'/><text>a</text><text>b</text>"));
        refused(
                "PACK_DRAWING_NOT_TAKEN",
                "<image>",
                () -> read("<path d='M0 0H9V9Z'/><image href='http://x/'/>"));
        refused(
                "PACK_DRAWING_NOT_TAKEN",
                "<script>",
                () -> read("<path d='M0 0H9V9Z'/><script>1</script>"));
        refused(
                "PACK_DRAWING_NOT_TAKEN",
                "onload",
                () -> read("<path d='M0 0H9V9Z' onload='x()'/>"));
        refused(
                "PACK_DRAWING_NOT_TAKEN",
                "<use>",
                () -> read("<use href='#a'/><path id='a' d='M0 0H9V9Z'/>"));
        refused(
                "PACK_DRAWING_NOT_TAKEN",
                "fill-rule",
                () -> read("<path d='M0 0H9V9Z' fill-rule='evenodd'/>"));
        refused(
                "PACK_DRAWING_NOT_TAKEN",
                "stroke-dasharray",
                () -> read("<path d='M0 0H9V9Z' stroke-dasharray='0.0001'/>"));
    }

    @Test
    void refusesWhatCannotBeRead() {
        for (String svg :
                new String[] {
                    "",
                    "no XML",
                    "<html/>",
                    "<svg xmlns='http://www.w3.org/2000/svg'><path d='M0 0H9V9Z'/>",
                    "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg xmlns='http://www.w3.org/2000/svg'><g"
                            + " id='x'>&a;</g></svg>"
                }) {
            refused("PACK_DRAWING_DAMAGED", "My mark", () -> SvgDoodle.read(file(svg)));
        }
        refused("PACK_DRAWING_DAMAGED", "path", () -> read("<path d='M0 0 H x'/>"));
        refused(
                "PACK_DRAWING_DAMAGED",
                "transform",
                () -> read("<path transform='spin(3)' d='M0 0H9V9Z'/>"));
    }

    @Test
    void refusesWhatShowsNothing() {
        refused("PACK_DRAWING_EMPTY", "no path", () -> read(""));
        refused("PACK_DRAWING_EMPTY", "no path", () -> read("<path d='M0 0H9V9Z' fill='none'/>"));
        refused("PACK_DRAWING_EMPTY", "no path", () -> read("<path d='M4 4'/>"));
    }

    @Test
    void refusesTooMuchQuickly() {
        org.junit.jupiter.api.Assertions.assertTimeout(
                Duration.ofSeconds(2),
                () -> {
                    refused(
                            "PACK_DRAWING_SIZE",
                            "200 KB",
                            () -> read(" ".repeat(SvgDoodle.MOST_BYTES)));
                    refused("PACK_DRAWING_SIZE", "elements", () -> read("<g/>".repeat(500)));
                    refused(
                            "PACK_DRAWING_SIZE",
                            "groups",
                            () -> read("<g>".repeat(60) + "</g>".repeat(60)));
                    refused(
                            "PACK_DRAWING_SIZE",
                            "paths",
                            () -> read("<path d='M0 0H9V9Z'/>".repeat(21)));
                    refused(
                            "PATH_FORM",
                            "20000 characters",
                            () -> read("<path d='M0 0" + "L9 9L0 0".repeat(9_000) + "'/>"));
                });
    }
}
