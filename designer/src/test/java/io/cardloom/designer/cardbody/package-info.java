/** Tests of the card bodies. */
@NullMarked
package io.cardloom.designer.cardbody;

import org.jspecify.annotations.NullMarked;
