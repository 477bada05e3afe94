/** Tests of the tenancy room. */
@NullMarked
package io.cardloom.tenancy;

import org.jspecify.annotations.NullMarked;
