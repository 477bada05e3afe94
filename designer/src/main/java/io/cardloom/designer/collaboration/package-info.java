/** Who is at a design now, and what each of them sees of the others, in the order of commits. */
@NamedInterface("collaboration")
@NullMarked
package io.cardloom.designer.collaboration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
