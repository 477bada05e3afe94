package io.cardloom.production.chip;

/**
 * The key that a scheme's authority certifies for the issuer.
 *
 * @param bits of its modulus
 * @param modulus in upper-case hexadecimal digits
 * @param exponent 3 or 65537
 */
public record IssuerPublicKey(int bits, String modulus, int exponent) {}
