package io.cardloom.production.chip;

import io.cardloom.tenancy.program.ProgramId;
import java.util.List;

/**
 * The key that a scheme's authority certifies for the issuer.
 *
 * @param number from 1 on
 * @param bits of its modulus
 * @param modulus in upper-case hexadecimal digits
 * @param exponent 3 or 65537
 * @param programs whose chips it signs
 */
public record IssuerPublicKey(
        int number, int bits, String modulus, int exponent, List<ProgramId> programs) {}
