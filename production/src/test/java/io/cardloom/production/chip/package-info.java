/** Tests of the door by which programs get a chip. */
@NullMarked
package io.cardloom.production.chip;

import org.jspecify.annotations.NullMarked;
