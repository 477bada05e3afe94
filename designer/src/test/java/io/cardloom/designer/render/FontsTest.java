package io.cardloom.designer.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.designer.ink.Typeface;
import io.cardloom.tenancy.refusal.Refusal;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FontsTest {

    private static final String LETTERS =
            "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŴŶŸŹŻŽȘȚ";

    private final Fonts fonts = new Fonts();

    @Test
    void shipsFiveFamiliesInTwoWeightsEachWithItsLicence() throws Exception {
        assertThat(fonts.all()).hasSize(10);
        for (FontFace face : fonts.all()) {
            byte[] file = fonts.bytes(face.digest());
            assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file)))
                    .isEqualTo(face.digest());
            assertThat(resource(face.family() + "-OFL.txt"))
                    .contains("SIL Open Font License, Version 1.1");
            assertThat(resource("README.md")).contains(face.digest());
            assertThat(face.ascent()).isBetween(700, 1_200);
            assertThat(face.descent()).isBetween(150, 400);
        }
    }

    @Test
    void kernsByTheFontsOwnTable() {
        for (FontFace face : fonts.all()) {
            Typeface type = fonts.typeface(face.family(), face.weight());
            double apart = width(type, "A") + width(type, "V");
            double together = width(type, "AV");
            if (face.family().equals("plex-mono")) {
                assertThat(together).as(face.label()).isEqualTo(apart);
            } else {
                assertThat(together).as(face.label()).isLessThan(apart * 0.995);
            }
        }
    }

    @Test
    void spacesLettersByTrackingAndBendsThemAlongAnArc() {
        Typeface type = fonts.typeface("montserrat", 400);
        double plain = type.shape("CARD", 10_000).advance();
        assertThat(type.shape("CARD", 10_000, 100).advance())
                .isCloseTo(plain + 3 * 1_000, org.assertj.core.api.Assertions.within(1.0));
        assertThat(type.shape("CARD", 10_000, -50).x(2))
                .isCloseTo(
                        type.shape("CARD", 10_000).x(2) - 1_000,
                        org.assertj.core.api.Assertions.within(1.0));
        var straight = type.shape("CARD", 10_000).outline().getBounds2D();
        var bent = type.shape("CARD", 10_000).outline(90_000).getBounds2D();
        assertThat(bent.getMaxY()).as("the ends hang").isGreaterThan(straight.getMaxY() + 1_000);
        assertThat(bent.getMinY())
                .isCloseTo(straight.getMinY(), org.assertj.core.api.Assertions.within(700.0));
    }

    @Test
    void refusesAFileWithoutTheHeightOfItsLines() {
        byte[] file = fonts.bytes(fonts.all().getFirst().digest());
        int at = new String(file, StandardCharsets.ISO_8859_1).indexOf("hhea");
        file[at] = 'X';
        assertThatThrownBy(() -> Typeface.read("spoiled", file, true))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("hhea");
    }

    @Test
    void setsFiguresOfOneWidthForNumbers() {
        Typeface mono = fonts.typeface("plex-mono", 400);
        assertThat(IntStream.rangeClosed('0', '9').mapToDouble(c -> width(mono, "" + (char) c)))
                .containsOnly(width(mono, "0"));
    }

    @Test
    void coversTheNamesOfEurope() {
        for (FontFace face : fonts.all()) {
            Typeface type = fonts.typeface(face.family(), face.weight());
            (LETTERS + LETTERS.toLowerCase(Locale.ROOT) + "ß’'-.")
                    .codePoints()
                    .filter(c -> !type.has(c))
                    .forEach(
                            c -> {
                                throw new AssertionError(
                                        face.label() + " lacks U+" + Integer.toHexString(c));
                            });
        }
    }

    @Test
    void composesLettersBeforeItLooksForThem() {
        Typeface type = fonts.typeface("plex-sans", 400);
        assertThat(width(type, "Zoe\u0308")).isEqualTo(width(type, "Zo\u00eb"));
    }

    @Test
    void namesTheFileOfTheNearestWeight() {
        assertThat(fonts.digest("plex-sans", 500)).isEqualTo(fonts.digest("plex-sans", 400));
        assertThat(fonts.digest("plex-sans", 600)).isEqualTo(fonts.digest("plex-sans", 700));
        assertThat(fonts.digest("comic", 400)).isEmpty();
    }

    @Test
    void refusesAFamilyThatDoesNotShip() {
        assertThatThrownBy(() -> fonts.typeface("comic", 400))
                .isInstanceOf(Refusal.class)
                .hasFieldOrPropertyWithValue("code", "FONT_UNKNOWN");
        assertThatThrownBy(() -> fonts.bytes("00".repeat(32)))
                .isInstanceOf(Refusal.class)
                .hasFieldOrPropertyWithValue("code", "NOT_FOUND");
    }

    private static double width(Typeface type, String text) {
        return type.shape(text, 10_000).advance();
    }

    private static String resource(String name) throws Exception {
        try (InputStream in = Fonts.class.getResourceAsStream("fonts/" + name)) {
            return new String(java.util.Objects.requireNonNull(in).readAllBytes());
        }
    }
}
