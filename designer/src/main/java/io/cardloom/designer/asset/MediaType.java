package io.cardloom.designer.asset;

/** What may be uploaded. */
public enum MediaType {
    PNG("image/png"),
    JPEG("image/jpeg"),
    SVG("image/svg+xml");

    private final String word;

    MediaType(String word) {
        this.word = word;
    }

    /** The registered name, such as {@code image/png}. */
    public String word() {
        return word;
    }
}
