/**
 * Which drivers there are, what they need, and whether the places they reach are in good health.
 */
@NamedInterface("registry")
@NullMarked
package io.cardloom.connectors.registry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
