/** Tests of destinations. */
@NullMarked
package io.cardloom.production.output;

import org.jspecify.annotations.NullMarked;
