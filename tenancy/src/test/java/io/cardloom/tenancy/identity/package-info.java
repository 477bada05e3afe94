/** Tests of who is who. */
@NullMarked
package io.cardloom.tenancy.identity;

import org.jspecify.annotations.NullMarked;
