package io.cardloom.production.key.share;

/**
 * The field GF(256) with the polynomial x^8 + x^4 + x^3 + x + 1 (FIPS 197, 4.2). No table is looked
 * up and no branch depends on a value, so that time and cache tell nothing of it.
 */
final class Field256 {

    private Field256() {}

    /** Sum and difference are the same. */
    static int add(int a, int b) {
        return a ^ b;
    }

    static int multiply(int a, int b) {
        int product = 0;
        int shifted = a;
        for (int bit = 0; bit < 8; bit++) {
            product ^= shifted & -(b >>> bit & 1);
            shifted = (shifted << 1 ^ 0x11B & -(shifted >>> 7 & 1)) & 0xFF;
        }
        return product;
    }

    /** a to the 254th; 0 for 0, which has no inverse. */
    static int inverse(int a) {
        int power = a;
        int result = 1;
        for (int bit = 1; bit < 8; bit++) {
            power = multiply(power, power);
            result = multiply(result, power);
        }
        return result;
    }
}
