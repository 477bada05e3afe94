/** Keys by purpose and the certificates of transport; what opens account data stays closed. */
@NamedInterface("key")
@NullMarked
package io.cardloom.production.key;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
