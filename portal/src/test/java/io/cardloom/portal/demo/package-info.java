/** The line walked by people in real browsers, and without one. */
@NullMarked
package io.cardloom.portal.demo;

import org.jspecify.annotations.NullMarked;
