/** Tests of {@code production.document.access}. */
@NullMarked
package io.cardloom.production.document.access;

import org.jspecify.annotations.NullMarked;
