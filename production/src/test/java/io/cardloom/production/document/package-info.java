/** Tests of {@code production.document}. */
@NullMarked
package io.cardloom.production.document;

import org.jspecify.annotations.NullMarked;
