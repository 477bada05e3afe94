package io.cardloom.production.signingkey;

/** What became of a key that signs. */
public enum KeyEndState {
    /** It signs, waits for its certificate, or signed. */
    LIVING,
    /** One custodian asked for its destruction. */
    ASKED,
    /** Another one confirmed; the device is told to destroy it. */
    ENDING,
    /** Its private half is no more. */
    DESTROYED
}
