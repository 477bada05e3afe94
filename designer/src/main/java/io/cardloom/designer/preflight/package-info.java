/** Judges a design by rules that are data; each finding has the rule's address and a place. */
@NamedInterface("preflight")
@NullMarked
package io.cardloom.designer.preflight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
