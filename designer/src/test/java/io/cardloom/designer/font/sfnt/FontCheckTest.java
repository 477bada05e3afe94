package io.cardloom.designer.font.sfnt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cardloom.designer.fixture.CompactFonts;
import io.cardloom.designer.fixture.FontForge;
import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.font.TextAttribute;
import java.awt.geom.PathIterator;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FontCheckTest {

    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);
    private static final String WORDS = "AVATAR Ta. office fjord Wörter Łódź 0123456789 žluťoučký";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "barlow-condensed-700.ttf",
                "montserrat-400.ttf",
                "plex-serif-400.ttf",
                "plex-mono-700.ttf",
                "plex-sans-400.ttf"
            })
    void makesAFontAnewThatDrawsAndSetsTheSame(String name) throws Exception {
        byte[] file = FontForge.shipped(name);
        CheckedFont checked = FontCheck.read(file);
        drawsTheSame(file, checked);
        assertThat(checked.embedding()).isEqualTo(Embedding.INSTALLABLE);
        assertThat(checked.lettersOfLatin1()).isEqualTo(Coverage.LATIN_1);
        assertThat(checked.licence()).contains("Open Font License");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DejaVuSans.ttf", "DejaVuSansMono-Bold.ttf", "DejaVuSerif.ttf"})
    void makesDejaVuAnewThatDrawsAndSetsTheSame(String name) throws Exception {
        byte[] file = FontForge.dejaVu(name);
        CheckedFont checked = FontCheck.read(file);
        drawsTheSame(file, checked);
        assertThat(checked.family()).startsWith("DejaVu");
        assertThat(checked.signs()).isGreaterThan(2_000);
        assertThat(FontForge.of(checked.file()).has("fpgm")).isFalse();
    }

    private static void drawsTheSame(byte[] before, CheckedFont checked) throws Exception {
        Font old = font(before);
        Font made = font(checked.file());
        assertThat(made.getNumGlyphs()).isEqualTo(old.getNumGlyphs());
        for (int glyph = 0; glyph < old.getNumGlyphs(); glyph++) {
            int[] one = {glyph};
            assertThat(segments(made.createGlyphVector(EXACT, one).getGlyphOutline(0)))
                    .as("glyph %d", glyph)
                    .isEqualTo(segments(old.createGlyphVector(EXACT, one).getGlyphOutline(0)));
        }
        GlyphVector expected = line(old);
        GlyphVector set = line(made);
        int count = expected.getNumGlyphs();
        assertThat(set.getGlyphCodes(0, count, null))
                .isEqualTo(expected.getGlyphCodes(0, count, null));
        assertThat(set.getGlyphPositions(0, count + 1, null))
                .isEqualTo(expected.getGlyphPositions(0, count + 1, null));
        for (int code = 0; code <= 0x1FFFF; code++) {
            assertThat(made.canDisplay(code)).as("U+%04X", code).isEqualTo(old.canDisplay(code));
        }
        assertThat(FontCheck.read(checked.file()).file()).isEqualTo(checked.file());
    }

    private static GlyphVector line(Font font) {
        return font.layoutGlyphVector(
                EXACT, WORDS.toCharArray(), 0, WORDS.length(), Font.LAYOUT_LEFT_TO_RIGHT);
    }

    static Font font(byte[] file) throws Exception {
        return Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(file))
                .deriveFont(1_000f)
                .deriveFont(
                        Map.of(
                                TextAttribute.KERNING, TextAttribute.KERNING_ON,
                                TextAttribute.LIGATURES, TextAttribute.LIGATURES_ON));
    }

    private static List<Double> segments(Shape shape) {
        List<Double> all = new ArrayList<>();
        double[] to = new double[6];
        for (PathIterator path = shape.getPathIterator(null); !path.isDone(); path.next()) {
            all.add((double) path.currentSegment(to));
            for (double value : to) {
                all.add(value);
            }
        }
        return all;
    }

    @Test
    void takesOutlinesOfTheCompactFontFormat() throws Exception {
        byte[] trueType = FontForge.shipped("plex-sans-700.ttf");
        CheckedFont checked = FontCheck.read(CompactFonts.of(trueType));
        assertThat(checked.trueType()).isFalse();
        assertThat(checked.kerning()).isEqualTo(Kerning.FEATURE);
        Font made = font(checked.file());
        Font old = font(trueType);
        for (int glyph : line(old).getGlyphCodes(0, line(old).getNumGlyphs(), null)) {
            int[] one = {glyph};
            Shape expected = old.createGlyphVector(EXACT, one).getGlyphOutline(0);
            Shape drawn = made.createGlyphVector(EXACT, one).getGlyphOutline(0);
            assertThat(drawn.getBounds2D().getWidth())
                    .isCloseTo(expected.getBounds2D().getWidth(), within(2.0));
            assertThat(drawn.getBounds2D().getMaxY())
                    .isCloseTo(expected.getBounds2D().getMaxY(), within(2.0));
        }
        assertThat(line(made).getLogicalBounds().getWidth())
                .isCloseTo(line(old).getLogicalBounds().getWidth(), within(0.01));
    }

    @Test
    void tellsHowAFontKernsItsLetters() {
        byte[] plex = FontForge.shipped("plex-sans-400.ttf");
        assertThat(FontCheck.read(plex).kerning()).isEqualTo(Kerning.FEATURE);
        byte[] none = FontForge.of(plex).without("GPOS").file();
        assertThat(FontCheck.read(none).kerning()).isEqualTo(Kerning.NONE);
        byte[] pairs = {
            0, 0, 0, 1, 0, 0, 0, 20, 0, 1, 0, 1, 0, 6, 0, 0, 0, 0, 0, 5, 0, 6, -1, -100
        };
        CheckedFont old = FontCheck.read(FontForge.of(none).put("kern", pairs).file());
        assertThat(old.kerning()).isEqualTo(Kerning.TABLE);
        assertThat(FontForge.of(old.file()).has("kern")).isTrue();
        byte[] empty = {0, 0, 0, 0};
        assertThat(FontCheck.read(FontForge.of(none).put("kern", empty).file()).kerning())
                .isEqualTo(Kerning.NONE);
    }

    @Test
    void keepsNothingThatItDidNotLookAt() {
        byte[] strange = "not looked at".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        byte[] file =
                FontForge.of(FontForge.shipped("plex-sans-400.ttf"))
                        .put("zzzz", strange)
                        .put("fvar", strange)
                        .put("COLR", strange)
                        .file();
        CheckedFont checked = FontCheck.read(file);
        FontForge made = FontForge.of(checked.file());
        assertThat(made.has("zzzz") || made.has("fvar") || made.has("COLR")).isFalse();
        assertThat(checked.remarks()).hasSize(2);
    }

    @Test
    void readsTheEmbeddingRightAsTheFormatSays() {
        assertThat(rights(0)).isEqualTo(Embedding.INSTALLABLE);
        assertThat(rights(4)).isEqualTo(Embedding.PREVIEW_AND_PRINT);
        assertThat(rights(8)).isEqualTo(Embedding.EDITABLE);
        // Older files say several things; the least strict is meant.
        assertThat(rights(2 | 8)).isEqualTo(Embedding.EDITABLE);
        byte[] whole = with(0x100);
        assertThat(FontCheck.read(whole).subsetting()).isFalse();
    }

    private static Embedding rights(int bits) {
        return FontCheck.read(with(bits)).embedding();
    }

    private static byte[] with(int bits) {
        return FontForge.of(FontForge.shipped("plex-sans-400.ttf")).u16("OS/2", 8, bits).file();
    }
}
