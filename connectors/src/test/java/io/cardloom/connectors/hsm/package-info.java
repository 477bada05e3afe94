/** Tests of the token driver on SoftHSM. */
@NullMarked
package io.cardloom.connectors.hsm;

import org.jspecify.annotations.NullMarked;
