/** Tests of keys' lives and of ceremonies. */
@NullMarked
package io.cardloom.production.key.life;

import org.jspecify.annotations.NullMarked;
