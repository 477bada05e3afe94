/** Fonts that an issuer admits after a check, beside those that ship with Cardloom. */
@NamedInterface("font")
@NullMarked
package io.cardloom.designer.font;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
