package io.cardloom.designer.design;

import java.util.Optional;

/** Port to the fonts that Cardloom ships: which there are, and the digest of each file. */
public interface FontDigests {

    /**
     * The SHA-256 of the font file that sets this family in this weight, 64 lower-case hex
     * characters; empty when there is no such face.
     */
    Optional<String> digest(String family, int weight);
}
