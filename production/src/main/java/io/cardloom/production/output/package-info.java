/** The ways out: where cards are made, and the ports that reach there. */
@NamedInterface("output")
@NullMarked
package io.cardloom.production.output;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
