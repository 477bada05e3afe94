package io.cardloom.designer.proof;

import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.design.Digest;
import java.time.Instant;
import java.util.Map;

/**
 * A proof that was issued; it never changes.
 *
 * @param digest of the revision it shows
 * @param pdf the PDF's size and hash
 * @param png each face's picture
 */
public record Proof(
        ProofId id, Digest digest, ProofFile pdf, Map<Face, ProofFile> png, Instant issuedAt) {

    public Proof {
        png = Map.copyOf(png);
    }

    /**
     * One file of a proof.
     *
     * @param bytes its size
     * @param sha256 of its content, 64 lower-case hexadecimal characters
     */
    public record ProofFile(long bytes, String sha256) {}
}
