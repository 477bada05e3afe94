/** Secrets by name, in a type that cannot print them. */
@NamedInterface("credential")
@NullMarked
package io.cardloom.tenancy.credential;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
