/** Keeps account records sealed, one key an order, until the order is purged. */
@NullMarked
package io.cardloom.production.vault;

import org.jspecify.annotations.NullMarked;
