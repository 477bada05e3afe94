/** Cardloom: one true line from a design to a counted card. */
@NullMarked
package io.cardloom;

import org.jspecify.annotations.NullMarked;
