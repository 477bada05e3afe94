/** From the first stroke to a signed revision; knows print, knows no person's data. */
@NullMarked
package io.cardloom.designer;

import org.jspecify.annotations.NullMarked;
