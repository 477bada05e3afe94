/** Tests of how long account data are kept. */
@NullMarked
package io.cardloom.production.retention;

import org.jspecify.annotations.NullMarked;
