/** Tests of who the current actor is. */
@NullMarked
package io.cardloom.portal.access;

import org.jspecify.annotations.NullMarked;
