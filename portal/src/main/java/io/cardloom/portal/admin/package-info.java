/** What an issuer's administrator sets up: people and their sign-in, programs, card bodies. */
@NullMarked
package io.cardloom.portal.admin;

import org.jspecify.annotations.NullMarked;
