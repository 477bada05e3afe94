/** Hands and wires: every driver has a simulator behind the same port. */
@NullMarked
package io.cardloom.connectors;

import org.jspecify.annotations.NullMarked;
