/** Orders of cards for one approved digest, with the cardholders they are for. */
@NamedInterface("order")
@NullMarked
package io.cardloom.production.order;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
