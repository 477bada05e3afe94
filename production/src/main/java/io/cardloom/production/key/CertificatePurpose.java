package io.cardloom.production.key;

/** What a registered certificate is trusted for; one purpose each (PCI CP, keys by purpose). */
public enum CertificatePurpose {
    /** Signs the issuer's cardholder files. */
    ISSUER_SIGNING("sign cardholder files"),
    /** Receives packages: they are encrypted to it. */
    BUREAU_RECIPIENT("receive packages"),
    /** Signs the bureau's acknowledgements. */
    BUREAU_SIGNING("sign acknowledgements");

    private final String words;

    CertificatePurpose(String words) {
        this.words = words;
    }

    /** A verb phrase for people. */
    public String words() {
        return words;
    }
}
