/** Tests of keys as values. */
@NullMarked
package io.cardloom.production.key.material;

import org.jspecify.annotations.NullMarked;
