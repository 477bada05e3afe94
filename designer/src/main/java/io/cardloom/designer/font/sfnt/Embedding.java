package io.cardloom.designer.font.sfnt;

/** What a font's maker allows (OpenType, OS/2, fsType), of that which lets it be printed from. */
public enum Embedding {
    INSTALLABLE("may be embedded and installed"),
    EDITABLE("may be embedded in documents that are edited"),
    PREVIEW_AND_PRINT("may be embedded to look at and to print");

    private final String words;

    Embedding(String words) {
        this.words = words;
    }

    /** Completes "The font ...". */
    public String words() {
        return words;
    }
}
