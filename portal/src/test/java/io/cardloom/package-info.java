/** Tests of the house as a whole. */
@NullMarked
package io.cardloom;

import org.jspecify.annotations.NullMarked;
