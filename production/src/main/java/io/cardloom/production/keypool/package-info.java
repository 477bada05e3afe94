/** How full the pools of card keys are, which are made in idle time. */
@NamedInterface("key-pool")
@NullMarked
package io.cardloom.production.keypool;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
