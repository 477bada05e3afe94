/** Tests of the count. */
@NullMarked
package io.cardloom.production.reconciliation;

import org.jspecify.annotations.NullMarked;
