/** Tests of signing in, against providers on loopback. */
@NullMarked
package io.cardloom.portal.signin;

import org.jspecify.annotations.NullMarked;
