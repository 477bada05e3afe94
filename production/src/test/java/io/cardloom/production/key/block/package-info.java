/** Tests of key blocks against public vectors and against damage. */
@NullMarked
package io.cardloom.production.key.block;

import org.jspecify.annotations.NullMarked;
