/** Tests of credential. */
@NullMarked
package io.cardloom.tenancy.credential;

import org.jspecify.annotations.NullMarked;
