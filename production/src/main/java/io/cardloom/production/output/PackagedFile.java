package io.cardloom.production.output;

import java.io.IOException;
import java.io.OutputStream;

/**
 * One file of a package.
 *
 * @param name a plain file name
 * @param bytes length of the clear content
 * @param sha256 of the clear content, 64 lower-case hexadecimal digits
 * @param content writes it, as often as it is asked to
 */
public record PackagedFile(String name, long bytes, String sha256, Content content) {

    /** Writes the clear content; never closes the stream. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }
}
