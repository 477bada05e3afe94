/** A believable world to try Cardloom in, and the line driven through it without a screen. */
@NullMarked
package io.cardloom.portal.demo;

import org.jspecify.annotations.NullMarked;
