/** The append-only trail: what is not recorded did not happen. */
@NamedInterface("audit")
@NullMarked
package io.cardloom.tenancy.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
