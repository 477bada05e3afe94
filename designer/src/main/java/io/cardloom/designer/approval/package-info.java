/** Rounds of approval: two sides, four eyes, one digest. */
@NamedInterface("approval")
@NullMarked
package io.cardloom.designer.approval;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
