/** Writes many PNG files that differ only in a few places, each at the cost of those places. */
@NullMarked
package io.cardloom.designer.png;

import org.jspecify.annotations.NullMarked;
