/** Tests of {@code production.document.lds}. */
@NullMarked
package io.cardloom.production.document.lds;

import org.jspecify.annotations.NullMarked;
