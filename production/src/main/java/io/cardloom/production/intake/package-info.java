/**
 * Takes the issuer's encrypted and signed cardholder files in, row by row, and keeps them sealed.
 */
@NamedInterface("intake")
@NullMarked
package io.cardloom.production.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
