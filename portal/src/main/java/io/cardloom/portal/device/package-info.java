/** The places where cards are made: bureaus and devices, and how they are. */
@NullMarked
package io.cardloom.portal.device;

import org.jspecify.annotations.NullMarked;
