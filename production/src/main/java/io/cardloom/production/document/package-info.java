/**
 * Data preparation of electronic identity documents (ICAO Doc 9303): the files of a document's
 * chip, signed, and the keys that go with them. Private keys stay behind {@link
 * io.cardloom.production.document.DocumentSecurity}.
 */
@NullMarked
package io.cardloom.production.document;

import org.jspecify.annotations.NullMarked;
