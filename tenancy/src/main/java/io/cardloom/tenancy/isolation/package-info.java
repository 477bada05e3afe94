/** Binds one tenant to one piece of work, and to the transaction inside it. */
@NamedInterface("isolation")
@NullMarked
package io.cardloom.tenancy.isolation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
