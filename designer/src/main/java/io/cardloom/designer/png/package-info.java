/**
 * Writes PNG files: many that differ only in a few places at the cost of those places, and plain
 * ones.
 */
@NullMarked
package io.cardloom.designer.png;

import org.jspecify.annotations.NullMarked;
