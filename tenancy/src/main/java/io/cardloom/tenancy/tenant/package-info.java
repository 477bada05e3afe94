/** Issuers, co-brand partners and bureaus, and the ids they go by. */
@NamedInterface("tenant")
@NullMarked
package io.cardloom.tenancy.tenant;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
