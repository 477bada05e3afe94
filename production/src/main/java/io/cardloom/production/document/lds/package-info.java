/**
 * The logical data structure of electronic identity documents (ICAO Doc 9303-10): its files, each
 * written and read back to the byte.
 */
@NullMarked
package io.cardloom.production.document.lds;

import org.jspecify.annotations.NullMarked;
