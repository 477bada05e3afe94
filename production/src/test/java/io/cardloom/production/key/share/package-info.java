/** Tests of shared secrets against a published case and another implementation. */
@NullMarked
package io.cardloom.production.key.share;

import org.jspecify.annotations.NullMarked;
