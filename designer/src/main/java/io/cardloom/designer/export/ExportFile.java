package io.cardloom.designer.export;

/**
 * A file to take away.
 *
 * @param name of letters, digits, dots and hyphens
 */
public record ExportFile(String name, String mediaType, byte[] content) {}
