/** Tests of the preflight. */
@NullMarked
package io.cardloom.designer.preflight;

import org.jspecify.annotations.NullMarked;
