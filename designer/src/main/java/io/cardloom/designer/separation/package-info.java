/**
 * Turns pictures into what presses take: planes of one bit, and cyan, magenta, yellow and black by
 * a table.
 */
@NamedInterface("separation")
@NullMarked
package io.cardloom.designer.separation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
