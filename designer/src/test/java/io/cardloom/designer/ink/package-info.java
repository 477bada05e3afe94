/** Tests of the inks. */
@NullMarked
package io.cardloom.designer.ink;

import org.jspecify.annotations.NullMarked;
