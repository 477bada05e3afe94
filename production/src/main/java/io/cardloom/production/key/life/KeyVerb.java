package io.cardloom.production.key.life;

/** What can be done to a key's version. */
public enum KeyVerb {
    ACTIVATE("activated"),
    RETIRE("retired"),
    REVOKE("revoked"),
    DESTROY("destroyed");

    private final String participle;

    KeyVerb(String participle) {
        this.participle = participle;
    }

    String participle() {
        return participle;
    }
}
