/**
 * From an order to counted cards; the only place that knows account data. The root holds nothing
 * but the ids by which its rooms speak of orders and runs.
 */
@NullMarked
package io.cardloom.production;

import org.jspecify.annotations.NullMarked;
