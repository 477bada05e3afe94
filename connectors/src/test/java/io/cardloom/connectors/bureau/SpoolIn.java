package io.cardloom.connectors.bureau;

import java.nio.file.Path;

/** A spool in a test's folder. */
public final class SpoolIn {

    private SpoolIn() {}

    public static PackageSpool folder(Path data) {
        return new PackageSpool(data);
    }
}
