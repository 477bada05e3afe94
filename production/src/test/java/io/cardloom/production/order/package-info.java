/** Tests of orders. */
@NullMarked
package io.cardloom.production.order;

import org.jspecify.annotations.NullMarked;
