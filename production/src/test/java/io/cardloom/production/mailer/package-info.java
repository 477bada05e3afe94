/** Tests of {@code production.mailer}. */
@NullMarked
package io.cardloom.production.mailer;

import org.jspecify.annotations.NullMarked;
