/** Tests of the door of an issuer's own fonts. */
@NullMarked
package io.cardloom.designer.font;

import org.jspecify.annotations.NullMarked;
