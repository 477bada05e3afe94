/** How long account data are kept when nobody closes their order: by program, never for ever. */
@NamedInterface("retention")
@NullMarked
package io.cardloom.production.retention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
