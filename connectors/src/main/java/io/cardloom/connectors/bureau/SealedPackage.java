package io.cardloom.connectors.bureau;

import java.nio.file.Path;

/**
 * A sealed package on Cardloom's disk, ready to be sent as often as it takes.
 *
 * @param file the sealed bytes
 * @param name what it is called at the bureau
 * @param bytes its size
 * @param sha256 of the sealed bytes, 64 lower-case hexadecimal digits
 */
public record SealedPackage(Path file, String name, long bytes, String sha256) {}
