/** Permissions as words, roles as sets of them, and the actor who holds them. */
@NamedInterface("permission")
@NullMarked
package io.cardloom.tenancy.permission;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
