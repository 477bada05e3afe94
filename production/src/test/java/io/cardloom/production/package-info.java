/** Tests of the production room. */
@NullMarked
package io.cardloom.production;

import org.jspecify.annotations.NullMarked;
