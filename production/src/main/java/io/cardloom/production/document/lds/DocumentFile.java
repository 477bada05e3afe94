package io.cardloom.production.document.lds;

/** A file of one document; holds personal data. */
public final class DocumentFile {

    private final ElementaryFile which;
    private final byte[] content;

    public DocumentFile(ElementaryFile which, byte[] content) {
        this.which = which;
        this.content = content.clone();
    }

    public ElementaryFile which() {
        return which;
    }

    /** The bytes as they are stored on the chip. */
    public byte[] content() {
        return content.clone();
    }

    @Override
    public String toString() {
        return which.fileName() + "[REDACTED]";
    }
}
