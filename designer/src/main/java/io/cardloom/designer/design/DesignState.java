package io.cardloom.designer.design;

/** Where a design stands. An edit brings it back to {@link #DRAFT} from wherever it was. */
public enum DesignState {
    /** Being drawn; nothing of its present content is frozen. */
    DRAFT,
    /** Its present content is an immutable revision with a digest. */
    FROZEN,
    /** A round of approval for that digest is open. */
    IN_REVIEW,
    /** Both sides approved that digest. */
    APPROVED,
    /** A side asked for changes to that digest. */
    CHANGES_REQUIRED
}
