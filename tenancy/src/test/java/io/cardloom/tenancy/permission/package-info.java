/** Tests of permission. */
@NullMarked
package io.cardloom.tenancy.permission;

import org.jspecify.annotations.NullMarked;
