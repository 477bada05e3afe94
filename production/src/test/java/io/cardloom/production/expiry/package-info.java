/** Tests of what ends, with a moved clock. */
@NullMarked
package io.cardloom.production.expiry;

import org.jspecify.annotations.NullMarked;
