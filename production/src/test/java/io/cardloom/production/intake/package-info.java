/** Tests of the intake, with openssl as the issuer. */
@NullMarked
package io.cardloom.production.intake;

import org.jspecify.annotations.NullMarked;
