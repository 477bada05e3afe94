/**
 * Packs: named sets of drawings to put on a card, and of ways to show a picture; shipped with
 * Cardloom or added by an issuer, and switched on by product.
 */
@NamedInterface("pack")
@NullMarked
package io.cardloom.designer.pack;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
