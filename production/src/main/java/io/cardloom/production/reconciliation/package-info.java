/** The count at the end: a run closes only when every plastic is accounted for. */
@NamedInterface("reconciliation")
@NullMarked
package io.cardloom.production.reconciliation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
