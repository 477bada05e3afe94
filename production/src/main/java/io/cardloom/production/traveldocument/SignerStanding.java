package io.cardloom.production.traveldocument;

/** Where a document signer stands. */
public enum SignerStanding {
    /** For the authority's certificate, before its turn. */
    WAITS,
    /** What is prepared now. */
    SIGNS,
    /** It would sign, but its certificate is not good now: nobody signs. */
    CERTIFICATE_OVER,
    /** Another one signs; its private key is there still. */
    OVER,
    /** A custodian asked for the destruction of its private key. */
    ASKED,
    /** Another one confirmed; the device was told and has not answered yet. */
    ENDING,
    /** Its private key is no more. */
    DESTROYED
}
