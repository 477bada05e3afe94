/** From an order to counted cards; the only place that knows account data. */
@NullMarked
package io.cardloom.production;

import org.jspecify.annotations.NullMarked;
