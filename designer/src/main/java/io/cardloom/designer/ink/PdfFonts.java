package io.cardloom.designer.ink;

import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The fonts of one PDF (ISO 32000-1, 9.7): each is written at the end of the file, with the glyphs
 * that its pages used by their numbers.
 */
final class PdfFonts {

    private static final int SYMBOLIC = 4;

    /** One font and the widths of its used glyphs, thousandths of the em. */
    static final class Used {

        private final Typeface typeface;
        private final int number;
        private final String name;
        private final Map<Integer, Double> widths = new TreeMap<>();

        private Used(Typeface typeface, int number, String name) {
            this.typeface = typeface;
            this.number = number;
            this.name = name;
        }

        /** What pages call it. */
        String name() {
            return name;
        }

        /** The object that pages refer to. */
        int number() {
            return number;
        }

        /** A glyph's width as the file says it; the glyph will be in the file. */
        double width(int glyph) {
            return widths.computeIfAbsent(
                    glyph, g -> Math.rint(typeface.width(g) * 10_000) / 10_000);
        }
    }

    private final Map<Typeface, Used> used = new LinkedHashMap<>();

    Used use(Typeface typeface, PdfFile file) {
        return used.computeIfAbsent(
                typeface, t -> new Used(t, file.reserve(), "T" + (used.size() + 1)));
    }

    Collection<Used> all() {
        return used.values();
    }

    void write(PdfFile file) throws IOException {
        for (Used font : used.values()) {
            write(font, file);
        }
    }

    private static void write(Used font, PdfFile file) throws IOException {
        Typeface typeface = font.typeface;
        byte[] program = FontProgram.of(typeface.file(), font.widths.keySet());
        int embedded = file.reserve();
        file.stream(embedded, "/Length1 " + program.length, program);
        String plain = typeface.label().replaceAll("[^A-Za-z0-9]", "");
        String called = "CARDLM+" + (plain.isEmpty() ? typeface.digest().substring(0, 8) : plain);
        int about = file.reserve();
        file.object(
                about,
                String.format(
                        Locale.ROOT,
                        "<</Type/FontDescriptor/FontName/%s/Flags %d/FontBBox[-1000 -%d 2000"
                                + " %d]/ItalicAngle 0/Ascent %d/Descent -%d/CapHeight %d/StemV"
                                + " 80/FontFile2 %d 0 R>>",
                        called,
                        SYMBOLIC,
                        typeface.descent(),
                        typeface.ascent(),
                        typeface.ascent(),
                        typeface.descent(),
                        typeface.ascent() * 7 / 10,
                        embedded));
        StringBuilder widths = new StringBuilder();
        font.widths.forEach(
                (glyph, width) ->
                        widths.append(glyph).append('[').append(PdfNumber.of(width)).append(']'));
        int descendant = file.reserve();
        file.object(
                descendant,
                "<</Type/Font/Subtype/CIDFontType2/BaseFont/"
                        + called
                        + "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement"
                        + " 0>>/FontDescriptor "
                        + about
                        + " 0 R/CIDToGIDMap/Identity/DW 1000/W["
                        + widths
                        + "]>>");
        file.object(
                font.number,
                "<</Type/Font/Subtype/Type0/BaseFont/"
                        + called
                        + "/Encoding/Identity-H/DescendantFonts["
                        + descendant
                        + " 0 R]>>");
    }
}
