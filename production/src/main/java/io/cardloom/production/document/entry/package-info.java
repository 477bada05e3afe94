/** One document as an issuing authority's list says it: flat texts and a picture. */
@NullMarked
package io.cardloom.production.document.entry;

import org.jspecify.annotations.NullMarked;
