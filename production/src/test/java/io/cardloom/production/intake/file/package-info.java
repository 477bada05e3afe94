/** Tests of the readers. */
@NullMarked
package io.cardloom.production.intake.file;

import org.jspecify.annotations.NullMarked;
