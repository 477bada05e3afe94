/** Keys as values: their kind, their check value, and clear bytes that do not print themselves. */
@NamedInterface("key-material")
@NullMarked
package io.cardloom.production.key.material;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
