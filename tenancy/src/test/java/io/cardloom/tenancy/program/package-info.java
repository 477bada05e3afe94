/** Tests of program. */
@NullMarked
package io.cardloom.tenancy.program;

import org.jspecify.annotations.NullMarked;
