package io.cardloom.designer.approval;

/** What a person says to a proof. */
public enum Decision {
    APPROVED,
    CHANGES_REQUIRED
}
