/** How an issuer's cardholder lists are written: configured per program, checked row by row. */
@NamedInterface("form")
@NullMarked
package io.cardloom.production.intake.form;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
