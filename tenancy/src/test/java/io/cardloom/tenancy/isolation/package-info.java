/** Tests of isolation. */
@NullMarked
package io.cardloom.tenancy.isolation;

import org.jspecify.annotations.NullMarked;
