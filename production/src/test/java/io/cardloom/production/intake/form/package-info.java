/** Tests of list forms. */
@NullMarked
package io.cardloom.production.intake.form;

import org.jspecify.annotations.NullMarked;
