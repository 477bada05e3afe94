/** What programs write on their cards' stripes, and a sample of it to look at. */
@NamedInterface("encoding")
@NullMarked
package io.cardloom.production.encoding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
