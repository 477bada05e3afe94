/** Tests of {@code production.document.mrz}. */
@NullMarked
package io.cardloom.production.document.mrz;

import org.jspecify.annotations.NullMarked;
