/** The database under everything: the embedded server, or a checked outside one. */
@NullMarked
package io.cardloom.tenancy.database;

import org.jspecify.annotations.NullMarked;
