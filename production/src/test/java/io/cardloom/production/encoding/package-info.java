/** Tests of {@code production.encoding}. */
@NullMarked
package io.cardloom.production.encoding;

import org.jspecify.annotations.NullMarked;
