package io.cardloom.designer.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.designer.design.PathContent;
import io.cardloom.tenancy.refusal.Refusal;
import java.awt.geom.Rectangle2D;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PackJsonTest {

    private static final String DOODLES =
            """
            {"pack":1,"kind":"doodles","name":"Ours","drawings":[{"label":"Line","viewWidth":9000,
            "viewHeight":1000,"paths":[{"d":"M0 500L9000 500","stroke":"#102030","strokeWidth":400}]}]}\
            """;
    private static final String FILTERS =
            """
            {"pack":1,"kind":"filters","name":"Ours","presets":[{"label":"Dawn","brightness":5,
            "tone":"duotone","toneDark":"#000000","toneLight":"#ffddcc"}]}\
            """;

    private static PackJson.Named read(String json) {
        return PackJson.read(json.getBytes(StandardCharsets.UTF_8));
    }

    private static void refused(String code, String says, String json) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(Refusal.class)
                .hasFieldOrPropertyWithValue("code", code)
                .hasMessageContaining(says)
                .hasMessageEndingWith(".");
    }

    @Test
    void writesWhatItRead() {
        for (String json : new String[] {DOODLES, FILTERS}) {
            PackJson.Named named = read(json);
            assertThat(named.name()).isEqualTo("Ours");
            assertThat(read(PackJson.write(named.name(), named.content()))).isEqualTo(named);
        }
        for (Pack pack : new ShippedPacks().all()) {
            assertThat(read(pack.json()))
                    .isEqualTo(new PackJson.Named(pack.name(), pack.content()));
        }
    }

    @Test
    void shipsTwoPacksOfDrawingsAndOneOfFiltersWithinTheirFields() {
        int doodles = 0;
        for (Pack pack : new ShippedPacks().all()) {
            if (pack.content() instanceof PackContent.Doodles(var drawings)) {
                doodles++;
                assertThat(drawings).as(pack.name()).hasSizeGreaterThanOrEqualTo(12);
                assertThat(drawings).extracting(Doodle::label).doesNotHaveDuplicates();
                drawings.forEach(PackJsonTest::liesInItsField);
            } else {
                assertThat(pack.content().size()).isGreaterThanOrEqualTo(8);
            }
        }
        assertThat(doodles).isEqualTo(2);
    }

    private static void liesInItsField(Doodle doodle) {
        for (PathContent path : doodle.paths()) {
            Rectangle2D around = path.outline().getBounds2D();
            double line = path.coloring().strokeWidth() / 2.0;
            assertThat(around.getMinX() - line).as(doodle.label()).isGreaterThan(-200);
            assertThat(around.getMinY() - line).as(doodle.label()).isGreaterThan(-200);
            assertThat(around.getMaxX() + line)
                    .as(doodle.label())
                    .isLessThan(doodle.viewWidth() + 200);
            assertThat(around.getMaxY() + line)
                    .as(doodle.label())
                    .isLessThan(doodle.viewHeight() + 200);
        }
    }

    @Test
    void saysAtTheStartWhichShippedPackIsWrongAndWhere() {
        assertThatThrownBy(
                        () ->
                                ShippedPacks.read(
                                        "celebrations",
                                        DOODLES.replace("M0 500", "0 500")
                                                .getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("celebrations.json")
                .hasMessageContaining("PACK_FORM")
                .hasMessageContaining("drawings[0].paths[0]");
    }

    @Test
    void refusesWhatIsNoJsonOrTooMuch() {
        refused("PACK_NOT_JSON", "no JSON", "{");
        refused("PACK_NOT_JSON", "twice", DOODLES.replace("{\"pack\":1", "{\"pack\":1,\"pack\":1"));
        assertThatThrownBy(() -> PackJson.read(new byte[] {'"', (byte) 0xff, '"'}))
                .hasFieldOrPropertyWithValue("code", "PACK_NOT_JSON");
        refused("PACK_TOO_LARGE", "1 MB", " ".repeat(PackJson.MOST_BYTES + 1));
        refused("PACK_FORM", "drawings has to be a list of 1 to 100", with("[", "]", "["));
        refused(
                "PACK_FORM",
                "1 to 100",
                DOODLES.replaceFirst(
                        "(?s)\\[(\\{\"label.*\\})\\]",
                        "[" + "$1,".repeat(100).replace("$", "\\$").replace("\\$1", "$1") + "$1]"));
    }

    /** The drawings replaced by an empty list. */
    private static String with(String open, String close, String kept) {
        return DOODLES.substring(0, DOODLES.indexOf("\"drawings\":"))
                + "\"drawings\":"
                + open
                + close
                + "}";
    }

    @Test
    void refusesAFormItDoesNotKnowAndSaysWhere() {
        refused("PACK_FORM", "pack has to be 1", DOODLES.replace("\"pack\":1", "\"pack\":2"));
        refused("PACK_FORM", "kind", DOODLES.replace("doodles", "stickers"));
        refused("PACK_FORM", "needs name", DOODLES.replace("\"name\":\"Ours\",", ""));
        refused(
                "PACK_FORM",
                "drawings[0] needs paths",
                DOODLES.replaceFirst("(?s),\\s*\"paths\".*", "}]}"));
        refused("PACK_FORM", "not known", DOODLES.replace("\"label\"", "\"href\":\"x\",\"label\""));
        refused("PACK_FORM", "viewWidth has to be a whole", DOODLES.replace("9000,", "9000.5,"));
        refused("PACK_FORM", "200000 micrometers", DOODLES.replace("9000,", "900000,"));
        refused("PACK_FORM", "both stroke", DOODLES.replace(",\"strokeWidth\":400", ""));
        refused("PACK_FORM", "fill, or a stroke", DOODLES.replaceFirst(",\"stroke\".*?400", ""));
        refused("PACK_FORM", "draws nothing", DOODLES.replace("M0 500L9000 500", "M5 5"));
        refused("PACK_FORM", "hexadecimal", DOODLES.replace("#102030", "red"));
        refused("PACK_FORM", "label", DOODLES.replace("\"Line\"", "\" \""));
        refused("PACK_FORM", "tone has to be", FILTERS.replace("duotone\"", "sepia\""));
        refused("PACK_FORM", "presets[0]", FILTERS.replace(":5,", ":500,"));
        refused("PACK_NAME", "1 to 80", DOODLES.replace("Ours", " "));
    }
}
