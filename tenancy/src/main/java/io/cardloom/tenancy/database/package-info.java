/** The database under everything: the embedded server, or a checked outside one. */
@NamedInterface("database")
@NullMarked
package io.cardloom.tenancy.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
