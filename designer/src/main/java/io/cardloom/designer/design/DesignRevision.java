package io.cardloom.designer.design;

import io.cardloom.designer.cardbody.CardBody;
import io.cardloom.tenancy.program.ProgramId;
import io.cardloom.tenancy.tenant.PersonId;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * A design frozen at one moment; it never changes.
 *
 * @param digest SHA-256 (FIPS 180-4) of the canonical JSON (RFC 8785) of design, document, card
 *     body with its version, and font digests
 * @param name the design's name when it was frozen; not part of the digest
 * @param number of the edit after which it was frozen
 * @param fonts the SHA-256 of each font file it uses, by {@code family/weight}
 * @param authors everybody who edited the design up to its latest freezing at this digest
 */
public record DesignRevision(
        Digest digest,
        DesignId design,
        ProgramId program,
        String name,
        long number,
        DesignDocument document,
        CardBody cardBody,
        Map<String, String> fonts,
        Instant frozenAt,
        Set<PersonId> authors) {

    public DesignRevision {
        fonts = Map.copyOf(fonts);
        authors = Set.copyOf(authors);
    }
}
