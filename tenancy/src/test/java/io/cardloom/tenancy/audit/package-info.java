/** Tests of audit. */
@NullMarked
package io.cardloom.tenancy.audit;

import org.jspecify.annotations.NullMarked;
