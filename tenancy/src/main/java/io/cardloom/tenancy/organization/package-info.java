/** Issuers as tenants, and the partners and bureaus that work with them. */
@NamedInterface("organization")
@NullMarked
package io.cardloom.tenancy.organization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
