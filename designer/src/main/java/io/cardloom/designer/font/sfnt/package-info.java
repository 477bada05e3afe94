/** Reads OpenType files by their published form, believes nothing in them, and makes them anew. */
@NamedInterface("font-sfnt")
@NullMarked
package io.cardloom.designer.font.sfnt;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
