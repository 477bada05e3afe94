package io.cardloom.designer.template;

/** What became of one design in a rebrand. */
public enum RebrandOutcome {
    /** Nothing yet. */
    PENDING,
    /** The new version changes nothing of it: its digest and its approvals stand. */
    UNCHANGED,
    /** Changed without a new finding, frozen, and both sides are asked. */
    IN_REVIEW,
    /** Changed without a new finding, and a draft, as it was before. */
    DRAFT,
    /** Not changed: somebody has to look at the reason. */
    QUEUED,
    /** Changed by a person's decision in spite of the reason. */
    TAKEN,
    /** Left as it is by a person's decision. */
    LEFT
}
