package io.cardloom.production.key.life;

/** What a ceremony is for. */
public enum CeremonyKind {
    /** The device makes a key that nobody ever holds a part of. */
    GENERATE("makes a key"),
    /** A key is made and shared: any m of the n shares make it again. */
    GENERATE_SHARED("makes a key and shares it"),
    /** Custodians enter full-length components, all of which are needed. */
    COMPONENTS("takes a key in from its components"),
    /** Custodians enter shares, to load a key into a device that lost it. */
    RESTORE("restores a key from its shares"),
    /** A key comes in as a key block. */
    IMPORT_BLOCK("takes a key in from a key block"),
    /** A key goes out as a key block. */
    EXPORT_BLOCK("lets a key out as a key block"),
    /** The version becomes the one in use, and the one before retires. */
    ACTIVATE("activates a key"),
    /** The version protects nothing new any more. */
    RETIRE("retires a key"),
    /** The version is suspected to be known. */
    REVOKE("revokes a key"),
    /** The version is destroyed. */
    DESTROY("destroys a key");

    private final String words;

    CeremonyKind(String words) {
        this.words = words;
    }

    /** Completes "a ceremony that ...". */
    public String words() {
        return words;
    }

    /** Whether custodians bring something along and do not only attend. */
    public boolean takesParts() {
        return this == COMPONENTS || this == RESTORE;
    }

    /** Whether a new version of a key comes of it. */
    public boolean makesVersion() {
        return this == GENERATE
                || this == GENERATE_SHARED
                || this == COMPONENTS
                || this == IMPORT_BLOCK;
    }
}
