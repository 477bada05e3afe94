/** Tests of what presses take. */
@NullMarked
package io.cardloom.designer.separation;

import org.jspecify.annotations.NullMarked;
