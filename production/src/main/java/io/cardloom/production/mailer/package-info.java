/** Whether a program's cards get PIN mailers, and in which form the PINs travel to the printer. */
@NamedInterface("mailer")
@NullMarked
package io.cardloom.production.mailer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
