/** What a program's chips hold, as custodians set it up: public keys and certificates only. */
@NamedInterface("chip")
@NullMarked
package io.cardloom.production.chip;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
