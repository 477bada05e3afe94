/** Signing in and out: OpenID Connect against Cardloom's own provider or the issuer's. */
@NullMarked
package io.cardloom.portal.signin;

import org.jspecify.annotations.NullMarked;
