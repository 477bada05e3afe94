/** Tests of the tracks, to the bit. */
@NullMarked
package io.cardloom.production.magstripe;

import org.jspecify.annotations.NullMarked;
