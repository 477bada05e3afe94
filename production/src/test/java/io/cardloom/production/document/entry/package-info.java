/** Rows of documents, right and wrong. */
@NullMarked
package io.cardloom.production.document.entry;

import org.jspecify.annotations.NullMarked;
