package io.cardloom.production.intake.file;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * How a text file's characters are written; a byte order mark may stand before any but the last.
 */
public enum TextEncoding {
    UTF_8("UTF-8", StandardCharsets.UTF_8),
    UTF_16_LE("UTF-16, little end first", StandardCharsets.UTF_16LE),
    UTF_16_BE("UTF-16, big end first", StandardCharsets.UTF_16BE),
    WINDOWS_1252("Windows-1252 (Western Europe)", Charset.forName("windows-1252"));

    private final String words;
    private final Charset charset;

    TextEncoding(String words, Charset charset) {
        this.words = words;
        this.charset = charset;
    }

    /** For people. */
    public String words() {
        return words;
    }

    Charset charset() {
        return charset;
    }
}
