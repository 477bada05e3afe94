package io.cardloom.production.emv;

/** How a card's master keys come from the issuer's (EMV Book 2, A1.4). */
public enum CardKeyDerivation {
    /** A1.4.1: of account number and sequence number the last sixteen digits; triple DES. */
    OPTION_A,
    /** A1.4.2: of longer account numbers a decimalized SHA-1 hash; triple DES. */
    OPTION_B,
    /** A1.4.3 (option C): all digits; AES. */
    AES
}
