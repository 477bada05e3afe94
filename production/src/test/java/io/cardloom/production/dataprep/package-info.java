/** Tests of data preparation, its purge, and the search for account data where none may be. */
@NullMarked
package io.cardloom.production.dataprep;

import org.jspecify.annotations.NullMarked;
