/** Tests of the software keystore. */
@NullMarked
package io.cardloom.production.key.store;

import org.jspecify.annotations.NullMarked;
