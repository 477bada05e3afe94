package io.cardloom.designer.font.sfnt;

import io.cardloom.tenancy.refusal.Refusal;

/** Why a file is not taken as a font, in words that say what to do. */
final class Refused {

    private Refused() {}

    /** {@code FONT_DAMAGED}: the file contradicts its own form. */
    static Refusal damaged(String table, String what) {
        return Refusal.invalid(
                "FONT_DAMAGED",
                "The font file is damaged or unusual: its table '%s' %s. Ask its maker for the file again."
                        .formatted(table.strip(), what));
    }

    static Refusal format(String what) {
        return Refusal.invalid(
                "FONT_FORMAT", what + " Take the font's file that ends in .ttf or .otf.");
    }

    static Refusal collection() {
        return Refusal.invalid(
                "FONT_COLLECTION",
                "This is a collection of several fonts (.ttc). Ask its maker for each font as a"
                        + " file of its own, .ttf or .otf.");
    }

    static Refusal web() {
        return Refusal.invalid(
                "FONT_WOFF",
                "This is a font packed for web pages (.woff). Ask its maker for the file for the"
                        + " desktop, .ttf or .otf.");
    }

    static Refusal typeOne() {
        return Refusal.invalid(
                "FONT_TYPE_ONE",
                "This is a PostScript Type 1 font, which no current program takes. Ask its maker"
                        + " for the OpenType file, .otf.");
    }

    static Refusal variable() {
        return Refusal.invalid(
                "FONT_VARIABLE",
                "This is a variable font with outlines that only exist for screens (CFF2). Ask its"
                        + " maker for the static file, .otf.");
    }

    static Refusal outlines() {
        return Refusal.invalid(
                "FONT_OUTLINES_MISSING",
                "The font has pictures of its letters but no outlines, so it cannot be printed"
                        + " sharply. Choose a font with outlines.");
    }

    static Refusal rightsMissing() {
        return Refusal.invalid(
                "FONT_RIGHTS_MISSING",
                "The file does not say whether it may be embedded (it has no OS/2 table). Ask its"
                        + " maker for a current file.");
    }

    static Refusal restricted() {
        return Refusal.invalid(
                "FONT_EMBEDDING_RESTRICTED",
                "The font's maker does not allow it to be embedded in any document (fsType:"
                        + " restricted licence). Ask the maker for a licence and a file that allow"
                        + " it.");
    }

    static Refusal bitmapsOnly() {
        return Refusal.invalid(
                "FONT_EMBEDDING_BITMAPS",
                "The font's maker allows only its bitmaps to be embedded, which print coarsely"
                        + " (fsType: bitmap embedding only). Ask the maker for a file that allows"
                        + " outlines.");
    }

    static Refusal latin(String missing) {
        return Refusal.invalid(
                "FONT_LATIN_MISSING",
                "The font lacks letters that every card needs: %s. Choose a font with A to Z, a to z, 0 to 9 and the space."
                        .formatted(missing));
    }

    static Refusal nameless() {
        return Refusal.invalid(
                "FONT_NAME_MISSING",
                "The font does not say what it is called. Ask its maker for the file again.");
    }
}
