/** The variable layer: what an account record puts into the frozen fields of a design. */
@NullMarked
package io.cardloom.production.printdata;

import org.jspecify.annotations.NullMarked;
