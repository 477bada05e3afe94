/** Forms in which lists come, and readers that yield their rows one at a time. */
@NamedInterface("file")
@NullMarked
package io.cardloom.production.intake.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
