package io.cardloom.production.document;

/** What key a chip gets to prove that it is no copy (active authentication). */
public enum AuthenticationKind {
    RSA_2048,
    RSA_3072,
    /** NIST P-256. */
    EC_P256,
    /** NIST P-384. */
    EC_P384
}
