/** Tests of the designer room. */
@NullMarked
package io.cardloom.designer;

import org.jspecify.annotations.NullMarked;
