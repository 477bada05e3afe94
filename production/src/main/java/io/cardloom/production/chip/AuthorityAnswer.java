package io.cardloom.production.chip;

/**
 * What an authority sends back, in hexadecimal digits; blanks and line ends between them are read
 * over.
 *
 * @param index which of its keys it used, tag 8F, two digits
 * @param modulus of that key
 * @param exponent of that key, 3 or 65537
 * @param certificate of the issuer's key, tag 90
 * @param remainder what the certificate had no room for, tag 92; may be empty
 */
public record AuthorityAnswer(
        String index, String modulus, int exponent, String certificate, String remainder) {}
