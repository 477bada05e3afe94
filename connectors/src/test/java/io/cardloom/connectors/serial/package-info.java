/** Tests of the encoders. */
@NullMarked
package io.cardloom.connectors.serial;

import org.jspecify.annotations.NullMarked;
