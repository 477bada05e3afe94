package io.cardloom.production.key.life;

/** Where a ceremony stands. */
public enum CeremonyState {
    /** Its custodians are awaited. */
    OPEN,
    /** The key is made; each custodian takes a share away. */
    DISTRIBUTING,
    /** Done. */
    COMPLETED,
    /** All came, and it could not be done; every part is wiped. */
    FAILED,
    /** Called off; every part is wiped. */
    ABANDONED;

    /** Whether nothing can happen to it any more. */
    public boolean closed() {
        return this == COMPLETED || this == FAILED || this == ABANDONED;
    }
}
