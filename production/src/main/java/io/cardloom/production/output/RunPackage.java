package io.cardloom.production.output;

import java.util.List;

/**
 * What a bureau is given for one run.
 *
 * @param name run and content
 * @param digest of the approved design, 64 lower-case hexadecimal digits
 * @param cards to be made, numbered from 1
 * @param stock plastics counted out for them, at least as many
 * @param files their clear content; the gateway signs and encrypts before anything leaves
 */
public record RunPackage(
        PackageName name, String digest, int cards, int stock, List<PackagedFile> files) {

    public RunPackage {
        files = List.copyOf(files);
    }
}
