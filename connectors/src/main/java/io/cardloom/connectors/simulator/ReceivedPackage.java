package io.cardloom.connectors.simulator;

import java.time.Instant;
import java.util.List;

/**
 * A package as the embedded bureau knows it. No account data.
 *
 * @param name of the package: run and content
 * @param tenant in whose name it was signed
 * @param digest of the approved design
 * @param cards asked for
 * @param stock plastics named
 * @param good plastics that became good cards
 * @param spoiled plastics spoiled
 * @param left plastics not used
 * @param bytes size of the sealed file
 * @param sha256 of the sealed file
 * @param files names of the files inside, in order
 * @param receivedAt when the bureau picked it up
 * @param acknowledged whether the acknowledgement lies ready
 */
public record ReceivedPackage(
        String name,
        String tenant,
        String digest,
        int cards,
        int stock,
        int good,
        int spoiled,
        int left,
        long bytes,
        String sha256,
        List<String> files,
        Instant receivedAt,
        boolean acknowledged) {

    public ReceivedPackage {
        files = List.copyOf(files);
    }

    ReceivedPackage asAcknowledged() {
        return new ReceivedPackage(
                name,
                tenant,
                digest,
                cards,
                stock,
                good,
                spoiled,
                left,
                bytes,
                sha256,
                files,
                receivedAt,
                true);
    }
}
