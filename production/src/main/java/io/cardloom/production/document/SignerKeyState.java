package io.cardloom.production.document;

/** What became of a document signer's key. */
public enum SignerKeyState {
    /** It signs, waits for its certificate, or signed. */
    LIVING,
    /** One custodian asked for its destruction. */
    ASKED,
    /** Another one confirmed; the device is told to destroy it. */
    ENDING,
    /** Its private half is no more. */
    DESTROYED;

    boolean usable() {
        return this == LIVING || this == ASKED;
    }
}
