/** What an issuer's administrator sets up: people, programs and card bodies. */
@NullMarked
package io.cardloom.portal.admin;

import org.jspecify.annotations.NullMarked;
