package io.cardloom.production.dryrun;

import io.cardloom.designer.design.Digest;
import java.util.List;

/**
 * What a dry run made; nothing of it is kept.
 *
 * @param cards how many sample cards
 * @param files in the archive's order
 * @param zip the archive
 * @param sha256 of the archive, 64 lower-case hexadecimal characters, as the trail has it
 */
@SuppressWarnings("ArrayRecordComponent") // handed to one reader, never compared
public record DryRun(Digest digest, int cards, List<File> files, byte[] zip, String sha256) {

    public DryRun {
        files = List.copyOf(files);
    }

    /** A file of the archive. */
    public record File(String name, long bytes, String sha256) {}

    /** What the archive is called. */
    public String name() {
        return "SAMPLE-" + digest.brief() + ".zip";
    }
}
