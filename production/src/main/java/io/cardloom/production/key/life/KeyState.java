package io.cardloom.production.key.life;

/** Where a key's version stands (NIST SP 800-57 part 1, 7). */
public enum KeyState {
    /** Made or taken in; not used yet. */
    PREPARED,
    /** Protects what is new, and opens what is old; one version of a key at a time. */
    ACTIVE,
    /** Opens and checks what is old; protects nothing new. */
    RETIRED,
    /** Suspected to be known; opens what is old until that is sealed anew. */
    COMPROMISED,
    /** Gone for good. */
    DESTROYED;

    /** Whether what was made with the version can still be opened or checked. */
    public boolean opens() {
        return this == ACTIVE || this == RETIRED || this == COMPROMISED;
    }
}
