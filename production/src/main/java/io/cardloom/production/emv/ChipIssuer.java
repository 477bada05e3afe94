package io.cardloom.production.emv;

/**
 * Which of an issuer's RSA keys signs for chips.
 *
 * @param number from 1 on
 * @param bits of its modulus when it is made
 */
public record ChipIssuer(int number, int bits) {

    /** The key that every issuer has. */
    public static final ChipIssuer FIRST = new ChipIssuer(1, 1408);
}
