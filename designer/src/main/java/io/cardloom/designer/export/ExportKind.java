package io.cardloom.designer.export;

/** A form that a design can be taken away in. */
public enum ExportKind {
    /** The face with its samples, bleed included, 300 pixels an inch. */
    PNG_300("Picture, 300 dpi", "png", "image/png", true),
    /** The same with 600 pixels an inch. */
    PNG_600("Picture, 600 dpi", "png", "image/png", true),
    /** PDF/A-2b and PDF/X-4 in vectors, bleed included, plates of white, UV and the cut. */
    PDF("Print PDF", "pdf", "application/pdf", true),
    /** Cyan, magenta, yellow and black for offset on coated paper, 300 pixels an inch. */
    CMYK_TIFF("CMYK, TIFF", "tif", "image/tiff", true),
    /** What is black alone, one bit a pixel, 600 an inch, in clustered dots. */
    BLACK_PLANE("Black plate, 1 bit", "tif", "image/tiff", true),
    /** White ink, one bit a pixel, 600 an inch. */
    WHITE_PLANE("White plate, 1 bit", "tif", "image/tiff", true),
    /** Ink that shows under ultraviolet light, one bit a pixel, 600 an inch. */
    UV_PLANE("UV plate, 1 bit", "tif", "image/tiff", true),
    /** The whole face as line art for engraving, one bit a pixel, 600 an inch. */
    ENGRAVING("Engraving, 1 bit", "png", "image/png", true),
    /** A drawing with one layer for each layer, text as outlines. */
    SVG("Layers, SVG", "svg", "image/svg+xml", true),
    /** Both faces as layers, the design itself inside. */
    OPEN_RASTER("Layers, OpenRaster", "ora", "image/openraster", false),
    /** The front for a wallet: 1536 × 969, nothing personal, nothing that is only printed. */
    WALLET_ART("Wallet art", "png", "image/png", false),
    /** A square from the middle of the wallet art, 100 × 100. */
    WALLET_ICON("Wallet icon", "png", "image/png", false);

    private final String label;
    private final String suffix;
    private final String mediaType;
    private final boolean ofOneFace;

    ExportKind(String label, String suffix, String mediaType, boolean ofOneFace) {
        this.label = label;
        this.suffix = suffix;
        this.mediaType = mediaType;
        this.ofOneFace = ofOneFace;
    }

    /** What people call it. */
    public String label() {
        return label;
    }

    /** The end of its files' names, without a dot. */
    public String suffix() {
        return suffix;
    }

    /** As IANA registers it; OpenRaster's as its specification says. */
    public String mediaType() {
        return mediaType;
    }

    /** Whether each face is a file of its own. */
    public boolean ofOneFace() {
        return ofOneFace;
    }
}
