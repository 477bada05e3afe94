/**
 * The keys by which a chip lets a reader in that has seen the document (ICAO Doc 9303-11, 4.3, 4.4
 * and 9.7).
 */
@NullMarked
package io.cardloom.production.document.access;

import org.jspecify.annotations.NullMarked;
