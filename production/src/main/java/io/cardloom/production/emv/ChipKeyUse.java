package io.cardloom.production.emv;

/** What a card's master key is for; each has an issuer master key of its own (EMV Book 2, 8). */
public enum ChipKeyUse {
    /** Makes application cryptograms. */
    APPLICATION_CRYPTOGRAM,
    /** Authenticates the issuer's commands. */
    MESSAGE_INTEGRITY,
    /** Encrypts data in the issuer's commands. */
    MESSAGE_CONFIDENTIALITY
}
