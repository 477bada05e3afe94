/** Tests of the rules for verification values. */
@NullMarked
package io.cardloom.production.verification;

import org.jspecify.annotations.NullMarked;
