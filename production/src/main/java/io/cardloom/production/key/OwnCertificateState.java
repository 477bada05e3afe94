package io.cardloom.production.key;

/** The life of one of Cardloom's own certificates, in its order. */
public enum OwnCertificateState {
    /** One custodian asked for it, and a second one has not confirmed yet; there is no key. */
    ASKED,
    /** Confirmed; its key pair is being made. */
    CONFIRMED,
    /** It can be fetched, and what is encrypted to it is opened; it does not sign yet. */
    COMING,
    /** The one that is handed out and signs. */
    ACTIVE,
    /** It has a successor; what is encrypted to it is still opened. */
    OUTGOING,
    /** Nothing new is to be encrypted to it; its key waits for lists that came before. */
    RETIRED,
    /** Its private key is destroyed. */
    DESTROYED,
    /** It was never made. */
    ABANDONED;

    /** Whether the renewal is under way, so that no other one begins. */
    public boolean underWay() {
        return this == ASKED || this == CONFIRMED || this == COMING;
    }

    /** Whether others are to have it: to encrypt to it, or to check what it signed. */
    public boolean announced() {
        return this == COMING || this == ACTIVE || this == OUTGOING;
    }

    /** Whether its private key is there. */
    public boolean opens() {
        return announced() || this == RETIRED;
    }

    /** Whether it has ended for those who encrypt to it. */
    public boolean over() {
        return this == RETIRED || this == DESTROYED;
    }
}
