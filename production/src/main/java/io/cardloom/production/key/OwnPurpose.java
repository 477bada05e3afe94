package io.cardloom.production.key;

/** What one of Cardloom's own certificates is for; a key pair of its own for each. */
public enum OwnPurpose {
    /** Lists are encrypted to it by CMS; X.509, RSA-3072. */
    INTAKE("receive cardholder files"),
    /** Signs packages; X.509, RSA-3072. */
    SIGNING("sign packages"),
    /** Lists are encrypted to it by OpenPGP; RSA-3072. */
    OPENPGP_INTAKE("receive cardholder files by OpenPGP");

    private final String words;

    OwnPurpose(String words) {
        this.words = words;
    }

    /** A verb phrase for people. */
    public String words() {
        return words;
    }
}
