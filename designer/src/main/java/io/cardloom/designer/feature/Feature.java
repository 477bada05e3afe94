package io.cardloom.designer.feature;

import java.util.Locale;

/** What the editor offers and an issuer may not want on a product. */
public enum Feature {
    UPLOAD("Uploads", "pictures of one's own; without it, pictures of the issuer alone"),
    TEMPLATES("Templates", "designs that start from a template"),
    DOODLES("Doodles", "freehand drawing"),
    FILTERS("Filters", "brightness, contrast, tones and blur of pictures"),
    TEXT("Texts", "words of one's own; fields stay"),
    SKETCH("Sketches", "pictures turned into one ink"),
    CODES("Codes", "QR codes and barcodes");

    private final String title;
    private final String words;

    Feature(String title, String words) {
        this.title = title;
        this.words = words;
    }

    public String title() {
        return title;
    }

    /** What it is, for people; a phrase. */
    public String words() {
        return words;
    }

    /** The word that the editor knows it by, lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
