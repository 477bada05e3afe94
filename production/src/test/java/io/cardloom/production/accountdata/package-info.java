/** Tests of the account data types. */
@NullMarked
package io.cardloom.production.accountdata;

import org.jspecify.annotations.NullMarked;
