/** When runs are planned and moved on; the only room that knows the scheduler. */
@NamedInterface("schedule")
@NullMarked
package io.cardloom.production.schedule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
