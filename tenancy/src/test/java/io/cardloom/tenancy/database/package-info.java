/** Tests of database. */
@NullMarked
package io.cardloom.tenancy.database;

import org.jspecify.annotations.NullMarked;
