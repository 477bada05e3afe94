/** Custodians make programs' cards identity documents. */
@NullMarked
package io.cardloom.production.traveldocument;

import org.jspecify.annotations.NullMarked;
