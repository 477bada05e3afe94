/**
 * Stand-ins behind the same ports: a bureau that takes packages, an encoder that writes stripes.
 */
@NamedInterface("simulator")
@NullMarked
package io.cardloom.connectors.simulator;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
