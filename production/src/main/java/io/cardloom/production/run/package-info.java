/** The production run: one transition table from a plan to counted cards. */
@NamedInterface("run")
@NullMarked
package io.cardloom.production.run;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
