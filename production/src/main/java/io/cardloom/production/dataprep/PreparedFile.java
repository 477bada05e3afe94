package io.cardloom.production.dataprep;

/**
 * A file of a prepared run; at rest it is sealed.
 *
 * @param name such as {@code records.csv}
 * @param sha256 of the plaintext, 64 lower-case hex characters
 * @param bytes of the plaintext
 */
public record PreparedFile(String name, String sha256, long bytes) {}
