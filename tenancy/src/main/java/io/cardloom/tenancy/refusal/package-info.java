/** What Cardloom says when it will not: a code, a sentence, and what would help. */
@NamedInterface("refusal")
@NullMarked
package io.cardloom.tenancy.refusal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
