/** Tests of organization. */
@NullMarked
package io.cardloom.tenancy.organization;

import org.jspecify.annotations.NullMarked;
