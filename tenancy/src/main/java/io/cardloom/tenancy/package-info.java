/** Who you are, for whom you act, what you may do, what you did. */
@NullMarked
package io.cardloom.tenancy;

import org.jspecify.annotations.NullMarked;
