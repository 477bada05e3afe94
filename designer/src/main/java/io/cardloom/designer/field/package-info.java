/** The variable fields a card may carry: what is filled in for each card, and never seen here. */
@NamedInterface("field")
@NullMarked
package io.cardloom.designer.field;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
