/** Encoders on a serial line: bytes out, bytes in, and an end to every wait. */
@NamedInterface("serial")
@NullMarked
package io.cardloom.connectors.serial;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
