/** Encoders on a serial line: bytes out, bytes in, and an end to every wait. */
@NullMarked
package io.cardloom.connectors.serial;

import org.jspecify.annotations.NullMarked;
