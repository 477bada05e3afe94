/** Card programs: one issuer, one partner, one kind of product. */
@NamedInterface("program")
@NullMarked
package io.cardloom.tenancy.program;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
