/** Tests of the pages of orders. */
@NullMarked
package io.cardloom.portal.order;

import org.jspecify.annotations.NullMarked;
