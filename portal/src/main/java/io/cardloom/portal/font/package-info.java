/** An issuer's own fonts: admitted, shown, withdrawn; and their files for browsers. */
@NullMarked
package io.cardloom.portal.font;

import org.jspecify.annotations.NullMarked;
